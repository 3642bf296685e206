import type { Type } from '@nestjs/common';
import { TransformationType, type TransformFnParams } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, IS_OPTIONAL, ValidationTypes, type ValidationArguments } from 'class-validator';
import { sureCheckOf, type SureCheck } from './sure-checks.js';

interface Check {
  each: boolean;
  constraints: unknown[];
  /** Asked first; undefined for a check of which only class-validator knows the answer. */
  isSure: SureCheck | undefined;
  validate: (value: unknown, args: ValidationArguments) => unknown;
}

interface Property {
  transforms: ((params: TransformFnParams) => unknown)[];
  /** Good when there is nothing in it, whatever else is asked of it. */
  isOptional: boolean;
  conditions: ((object: object, value: unknown) => boolean)[];
  checks: Check[];
  /** Shape of the object in it; undefined when it holds a plain value or a list of these. */
  nested: CompiledShape | undefined;
}

/** The decorators of a class ask for something that only class-validator itself can do. */
class NotCompilableError extends Error {
  override readonly name = 'NotCompilableError';
}

const compiled = new WeakMap<Type<object>, CompiledShape | null>();

/**
 * What the decorators of a class ask for, looked up once instead of for every request. It knows only one answer: this
 * input is good. Whatever it does not accept goes to class-validator, which finds the words for what is wrong.
 */
export class CompiledShape {
  private readonly properties: ReadonlyMap<string, Property>;
  /** What is to be looked at even when it was not given: of most forms that is little. */
  private readonly needed: readonly [name: string, property: Property][];

  /** Null when only class-validator can check this class. */
  static of(Dto: Type<object>): CompiledShape | null {
    const known = compiled.get(Dto);
    if (known !== undefined) return known;
    let made: CompiledShape | null = null;
    try {
      made = new CompiledShape(Dto);
    } catch (error) {
      if (!(error instanceof NotCompilableError)) throw error;
    }
    compiled.set(Dto, made);
    return made;
  }

  private constructor(private readonly Dto: Type<object>) {
    this.properties = propertiesOf(Dto);
    const untouched = new Dto() as Record<string, unknown>;
    this.needed = [...this.properties].filter(
      ([name, { isOptional }]) => !isOptional || isThere(untouched[name]),
    );
  }

  /** The instance that class-transformer would make; undefined unless class-validator would find it good. */
  read(plain: object): object | undefined {
    const instance = new this.Dto() as Record<string, unknown>;
    const names = Object.keys(plain);
    for (const name of names) {
      const property = this.properties.get(name);
      const given = (plain as Record<string, unknown>)[name];
      if (property === undefined || given === undefined) return undefined;
      let value = readValue(property, given);
      if (value === undefined) return undefined;
      for (const transform of property.transforms) value = transform(paramsOf(plain, name, value));
      instance[name] = value;
    }
    for (const [name, property] of this.needed) {
      if (!this.isGood(instance, name, property)) return undefined;
    }
    for (const name of names) {
      const property = this.properties.get(name);
      if (property?.isOptional && !this.isGood(instance, name, property)) return undefined;
    }
    return instance;
  }

  private isGood(instance: Record<string, unknown>, name: string, property: Property): boolean {
    const value = instance[name];
    if (property.isOptional && !isThere(value)) return true;
    for (const holds of property.conditions) if (!holds(instance, value)) return true;
    // Somebody may have put another object in its place.
    if (property.nested && !(value instanceof property.nested.Dto)) return false;
    for (const check of property.checks) {
      if (!check.each) {
        if (!this.holds(check, value, name, instance)) return false;
      } else if (!Array.isArray(value)) return false;
      else for (const one of value) if (!this.holds(check, one, name, instance)) return false;
    }
    return true;
  }

  private holds(
    { isSure, constraints, validate }: Check,
    value: unknown,
    property: string,
    object: Record<string, unknown>,
  ): boolean {
    if (isSure?.(value)) return true;
    const args = { targetName: this.Dto.name, property, object, value: object[property], constraints };
    return validate(value, args) === true;
  }
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

const NO_OPTIONS = {};

const paramsOf = (obj: object, key: string, value: unknown): TransformFnParams => ({
  value,
  key,
  obj,
  type: TransformationType.PLAIN_TO_CLASS,
  options: NO_OPTIONS,
});

/** Undefined for what class-transformer would have to look into. */
function readValue({ nested }: Property, given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  if (!Array.isArray(given)) return nested?.read(given);
  if (nested || given.some((one) => typeof one === 'object' && one !== null)) return undefined;
  return [...(given as unknown[])];
}

function propertiesOf(Dto: Type<object>): Map<string, Property> {
  if (defaultMetadataStorage.getStrategy(Dto) !== 'none') throw new NotCompilableError();
  const storage = getMetadataStorage();
  const grouped = storage.groupByPropertyName(storage.getTargetValidationMetadatas(Dto, '', false, false));
  return new Map(
    Object.entries(grouped).map(([name, metadatas]) => {
      const property: Property = {
        transforms: defaultMetadataStorage
          .findTransformMetadatas(Dto, name, TransformationType.PLAIN_TO_CLASS)
          .map(({ transformFn }) => transformFn),
        isOptional: false,
        conditions: [],
        checks: [],
        nested: undefined,
      };
      for (const metadata of metadatas) add(Dto, name, property, metadata);
      // A conversion of a plain value (text to number) is class-transformer's own.
      if (!property.nested && defaultMetadataStorage.findTypeMetadata(Dto, name))
        throw new NotCompilableError();
      return [name, property];
    }),
  );
}

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

function add(Dto: Type<object>, name: string, property: Property, metadata: Metadata): void {
  if (metadata.groups?.length || metadata.validateIf) throw new NotCompilableError();
  switch (metadata.type) {
    case ValidationTypes.CONDITIONAL_VALIDATION:
      if (metadata.name === IS_OPTIONAL) property.isOptional = true;
      else property.conditions.push(metadata.constraints[0] as Property['conditions'][number]);
      break;
    case ValidationTypes.CUSTOM_VALIDATION:
      property.checks.push(...checksOf(metadata));
      break;
    case ValidationTypes.NESTED_VALIDATION:
      property.nested = nestedOf(Dto, name);
      break;
    case ValidationTypes.WHITELIST:
      break;
    default:
      throw new NotCompilableError();
  }
}

function checksOf({ name, constraintCls, each, constraints }: Metadata): Check[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance, async }) => {
      if (async) throw new NotCompilableError();
      return {
        each,
        constraints,
        isSure: sureCheckOf(name, constraints),
        validate: (value, args) => instance.validate(value, args),
      };
    });
}

function nestedOf(Dto: Type<object>, name: string): CompiledShape {
  const type = defaultMetadataStorage.findTypeMetadata(Dto, name);
  if (!type || type.options?.discriminator) throw new NotCompilableError();
  const nested = CompiledShape.of(type.typeFunction() as Type<object>);
  if (nested === null) throw new NotCompilableError();
  return nested;
}
