import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { inWords } from '#platform';

/** A blank text was not given: somebody who leaves a box empty means nothing by it. */
const trimmedOrAbsent = ({ value }: TransformFnParams): unknown => {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? undefined : text;
};

export const BlankIsAbsent = (): PropertyDecorator => Transform(trimmedOrAbsent);

/** Line breaks and control signs have no place in a name or an address, and are a way into mail headers. */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** For a text that has a form of its own, and that no line break may get into. */
export const IsOneLine = (): PropertyDecorator =>
  Matches(
    ONE_LINE,
    inWords({
      nl: 'Schrijf dit op één regel.',
      en: 'Write this on one line.',
      fr: 'Écrivez ceci sur une seule ligne.',
    }),
  );

interface TextOptions {
  max: number;
  example: string;
  description?: string;
}

/** An optional text of one line. */
export const OneLine = ({ max, example, description }: TextOptions): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, maxLength: max, example, description }),
    BlankIsAbsent(),
    IsOptional(),
    IsString(),
    MaxLength(max),
    IsOneLine(),
  );

/** An optional text in the melder's own words; kept as it was written. */
export const FreeText = ({ max, example, description }: TextOptions): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, maxLength: max, example, description }),
    BlankIsAbsent(),
    IsOptional(),
    IsString(),
    MaxLength(max),
  );

/** A required text of one line. */
export const RequiredLine = ({ max, example, description }: TextOptions): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, maxLength: max, example, description }),
    BlankIsAbsent(),
    IsString(),
    MaxLength(max),
    IsOneLine(),
  );
