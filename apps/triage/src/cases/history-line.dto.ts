import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CASE_EVENT_TYPES,
  type CaseEvent,
  type CaseEventDetail,
  type CaseEventType,
} from './case-event.entity.js';
import { historyLabel } from './history-labels.nl.js';

export class HistoryLineDto {
  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:01Z' }) at: string;
  @ApiProperty({ enum: CASE_EVENT_TYPES, example: 'ASSIGNED' }) type: CaseEventType;
  @ApiProperty({ example: 'Toegewezen aan Mila Denkens' }) label: string;
  @ApiProperty({ example: 'tc.centraal', description: 'user name, or system' }) by: string;
  @ApiProperty({ type: String, nullable: true, example: 'Koen Voorbeeld' }) byName: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { assignee: 'kb.mc.een', previousAssignee: null },
  })
  detail: CaseEventDetail;
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Kent deze opvang van een vorige melding.' })
  reason: string | null;
}

/** @param nameOf name of a user name, null when the directory does not know it */
export function historyLineDto(
  event: CaseEvent,
  reason: string | null,
  nameOf: (username: string) => string | null,
): HistoryLineDto {
  const { at, type, actor, detail } = event;
  return {
    at: at.toISOString(),
    type,
    label: historyLabel(type, detail, nameOf),
    by: actor,
    byName: nameOf(actor),
    detail,
    reason,
  };
}
