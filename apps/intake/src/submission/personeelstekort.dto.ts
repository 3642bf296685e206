import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PERSONEELSTEKORT_MEASURES, type PersoneelstekortMeasure } from '#contracts';
import { AnyOf } from './code-input.decorators.js';
import { IsCalendarDay } from './date-input.decorators.js';
import { LOCATION_ID, UNKNOWN_FORM } from './location-reference.dto.js';
import { BlankIsAbsent } from './text-input.decorators.js';

export class PersoneelstekortDto {
  @ApiPropertyOptional({
    type: [String],
    maxItems: 200,
    example: ['L04'],
    description: 'when it is about more than one location',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  @Matches(LOCATION_ID, { each: true, ...UNKNOWN_FORM })
  locationIds?: string[];

  @AnyOf(PERSONEELSTEKORT_MEASURES, ['REDUCED_OPENING_HOURS'])
  measures?: PersoneelstekortMeasure[];

  @ApiPropertyOptional({ type: Number, minimum: 0, example: 1.5 })
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(10_000)
  absentFte?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, example: 9 })
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(10_000)
  totalFte?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, example: 12 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  affectedPlaces?: number;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-05-31' })
  @BlankIsAbsent()
  @IsOptional()
  @IsCalendarDay()
  expectedUntil?: string;
}
