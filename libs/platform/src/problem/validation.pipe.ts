import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CompiledShape } from './compiled-shape.js';
import { fieldErrors } from './field-errors.js';
import { InvalidInputException } from './invalid-input.exception.js';
import type { LocalText } from './language.js';
import { isSafeInput, unsafeInput } from './unsafe-input.js';

const PLAIN_TYPES: unknown[] = [undefined, Object, String, Number, Boolean, Array];

const NOT_AN_OBJECT: LocalText = {
  nl: 'Stuur een groep velden (een JSON-object).',
  en: 'Send an object.',
  fr: 'Envoyez un groupe de champs (un objet JSON).',
};

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Checks every body, query and parameter that has a DTO class; unknown properties are refused (contract 2).
 * Unsafe input is refused for all of them.
 */
@Injectable()
export class InputPipe implements PipeTransform<unknown, Promise<unknown>> {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    if (!isSafeInput(value)) throw new InvalidInputException((l) => unsafeInput(value, l));
    if (PLAIN_TYPES.includes(metatype)) return value;
    return this.check(metatype as Type<object>, value ?? {});
  }

  /**
   * The shape alone, for a pipe behind this one: what is unsafe was refused before.
   * @returns undefined for what is not good beyond doubt; `check` then finds the words
   */
  good<Dto extends object>(dto: Type<Dto>, value: unknown): Dto | undefined {
    return isGroup(value) ? (CompiledShape.of(dto)?.read(value) as Dto | undefined) : undefined;
  }

  /** The shape alone, too. @throws InvalidInputException */
  async check(Dto: Type<object>, value: unknown): Promise<object> {
    const good = this.good(Dto, value);
    if (good !== undefined) return good;
    if (!isGroup(value)) {
      throw new InvalidInputException((l) => [{ pointer: '', code: 'IS_OBJECT', message: NOT_AN_OBJECT[l] }]);
    }
    const instance = plainToInstance(Dto, value, { exposeDefaultValues: true });
    const errors = await validate(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
    });
    if (errors.length > 0) throw new InvalidInputException((l) => fieldErrors(errors, l));
    return instance;
  }
}
