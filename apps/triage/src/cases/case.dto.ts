import {
  HANDLER_ROLES,
  KINDS,
  LEVELS,
  CASE_STATUSES,
  QUEUES,
  TEAMS,
  type CaseStatus,
  type HandlerRole,
  type Kind,
  type Level,
  type Queue,
  type Team,
} from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { CASE_ACTIONS, type CaseAction } from '../actions/case-action.js';
import { ClockDto } from './clock.dto.js';
import { HistoryLineDto } from './history-line.dto.js';
import { ApiLocation, type LocationDto } from './location.dto.js';
import { ReasonDto } from './reason.dto.js';

/** A case as staff see it; nothing the melder wrote and nothing about who the melder is. */
export class CaseDto {
  @ApiProperty({ format: 'uuid', example: '01932b6a-5c1e-7cc2-9f7e-3f1d6a1c2b40' }) id: string;
  @ApiProperty({ format: 'uuid', example: '01932b6a-4a11-7a20-8d11-0b6c5a1f9e01' }) meldingId: string;
  @ApiProperty({ example: 'OP-7K3M-Q9XD' }) reference: string;
  @ApiProperty({ enum: KINDS, example: 'MELDING' }) kind: Kind;
  @ApiProperty({ example: 'Bezorgdheid melden' }) kindLabel: string;
  @ApiProperty({ enum: LEVELS, example: 'HIGH' }) level: Level;
  @ApiProperty({ example: 'Dringend' }) levelLabel: string;
  @ApiProperty({ type: [ReasonDto] }) reasons: ReasonDto[];
  @ApiProperty({ isArray: true, type: String, example: ['F-CONTRADICTION'] }) flags: string[];
  @ApiProperty({ example: '1' }) policyVersion: string;
  @ApiProperty({ example: true, description: 'false while only answers and context were judged' })
  textAssessed: boolean;
  @ApiProperty({ enum: QUEUES, example: 'REGIOTEAM' }) queue: Queue;
  @ApiProperty({ example: 'Regioteam' }) queueLabel: string;
  @ApiProperty({ enum: TEAMS, example: 'REGIO_2' }) team: Team;
  @ApiProperty({ example: 'Regio 2' }) teamLabel: string;
  @ApiProperty({ enum: HANDLER_ROLES, example: 'klantenbeheerder_meldingen_communicatie' })
  handlerRole: HandlerRole;
  @ApiProperty({ example: 'Klantenbeheerder meldingen en communicatie' }) handlerRoleLabel: string;
  @ApiProperty({ type: String, nullable: true, example: 'kb.mc.een' }) assignee: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Mila Denkens' }) assigneeName: string | null;
  @ApiProperty({ enum: CASE_STATUSES, example: 'ASSIGNED' }) status: CaseStatus;
  @ApiProperty({ example: 'Toegewezen' }) statusLabel: string;
  @ApiProperty({ type: [ClockDto] }) clocks: ClockDto[];
  @ApiProperty({ format: 'date-time', example: '2026-11-22T20:15:00Z' }) dueAt: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00Z' }) receivedAt: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:01Z' }) openedAt: string;
  @ApiLocation() location: LocationDto | null;
  @ApiProperty({ type: [String], example: ['L02'] }) locationIds: string[];
  @ApiProperty({
    enum: CASE_ACTIONS,
    isArray: true,
    example: ['start', 'raise'],
    description: 'what you can do now',
  })
  allowedActions: CaseAction[];
  @ApiProperty({ type: [HistoryLineDto] }) history: HistoryLineDto[];
  @ApiProperty({ example: 3, description: 'rises with every change; also the ETag' }) version: number;
}
