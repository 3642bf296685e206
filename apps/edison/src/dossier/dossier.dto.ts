import { PageQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { TIMELINE_TYPES, type TimelineType } from './timeline-entry.entity.js';

export class DossierQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TIMELINE_TYPES })
  @IsOptional()
  @IsIn(TIMELINE_TYPES)
  type?: TimelineType;
}

export class TimelineEntryDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f61' })
  id: string;

  @ApiProperty({ enum: TIMELINE_TYPES, example: 'HANDHAVING' })
  type: TimelineType;

  @ApiProperty({ example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f62' })
  subjectId: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  happenedAt: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Codes and numbers, by type',
    example: { state: 'AANMANING', previousState: null, effectiveOn: null },
  })
  data: Record<string, unknown>;
}

export class DossierPageDto {
  @ApiProperty({ type: [TimelineEntryDto] })
  items: TimelineEntryDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}
