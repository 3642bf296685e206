import { CASE_STATUSES, LEVELS, QUEUES, type CaseStatus, type Level, type Queue } from '#contracts';
import { PageQuery } from '#platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** A form sends an empty choice as an empty text. */
const EmptyIsAbsent = (): PropertyDecorator =>
  Transform(({ value }: TransformFnParams): unknown =>
    typeof value === 'string' && value.trim() === '' ? undefined : value,
  );

export class WorklistQuery extends PageQuery {
  @ApiPropertyOptional({ enum: QUEUES })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(QUEUES)
  queue?: Queue;

  @ApiPropertyOptional({ enum: LEVELS })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(LEVELS)
  level?: Level;

  @ApiPropertyOptional({ enum: CASE_STATUSES, description: 'without it: all that is not closed' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(CASE_STATUSES)
  status?: CaseStatus;

  @ApiPropertyOptional({
    description: 'user name of the handler; `me` for your own cases, `none` for cases without one',
  })
  @EmptyIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  assignee?: string;

  @ApiPropertyOptional({
    description:
      'beginning of a reference, from four characters on, or part of the name or municipality of the location',
  })
  @EmptyIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the case of this melding' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsUUID()
  meldingId?: string;
}
