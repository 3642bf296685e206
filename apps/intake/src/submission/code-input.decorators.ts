import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { BlankIsAbsent } from './text-input.decorators.js';

/** One optional value out of a code list of `#contracts`. */
export const OneOf = (values: readonly string[], example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...values], example }),
    BlankIsAbsent(),
    IsOptional(),
    IsIn(values),
  );

const withoutRepeats = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? [...new Set<unknown>(value)] : value;

/** Several values out of a code list; a value given twice counts once. */
export const AnyOf = (values: readonly string[], example: string[]): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...values], isArray: true, example }),
    Transform(withoutRepeats),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(values.length),
    IsIn(values, { each: true }),
  );
