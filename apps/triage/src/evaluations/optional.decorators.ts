import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** An optional value out of a code list of `#contracts`. */
export const OptionalCode = (values: readonly string[], example: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: [...values], example }), IsOptional(), IsIn(values));

/** Several values out of a code list. */
export const OptionalCodes = (values: readonly string[], example: string[]): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...values], isArray: true, example }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(values.length),
    IsIn(values, { each: true }),
  );

export const OptionalText = (maxLength: number, example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, nullable: true, maxLength, example }),
    IsOptional(),
    IsString(),
    MaxLength(maxLength),
  );

/** An optional group of fields with a class of its own. Swagger takes only a function named `type` as lazy. */
export const OptionalGroup = (group: () => new () => object): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: () => group() }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(group),
  );
