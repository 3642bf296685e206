import {
  CASE_STATUSES,
  HANDLER_ROLES,
  KINDS,
  LEVELS,
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
import { ApiLocation, type LocationDto } from '../cases/location.dto.js';

/** A case as a line of a list. */
export class WorklistItemDto {
  @ApiProperty({ format: 'uuid', example: '01932b6a-5c1e-7cc2-9f7e-3f1d6a1c2b40' }) id: string;
  @ApiProperty({ format: 'uuid', example: '01932b6a-4a11-7a20-8d11-0b6c5a1f9e01' }) meldingId: string;
  @ApiProperty({ example: 'OP-7K3M-Q9XD' }) reference: string;
  @ApiProperty({ enum: KINDS, example: 'MELDING' }) kind: Kind;
  @ApiProperty({ example: 'Bezorgdheid melden' }) kindLabel: string;
  @ApiProperty({ enum: LEVELS, example: 'HIGH' }) level: Level;
  @ApiProperty({ example: 'Dringend' }) levelLabel: string;
  @ApiLocation() location: LocationDto | null;
  @ApiProperty({ enum: QUEUES, example: 'REGIOTEAM' }) queue: Queue;
  @ApiProperty({ enum: TEAMS, example: 'REGIO_2' }) team: Team;
  @ApiProperty({ enum: HANDLER_ROLES, example: 'klantenbeheerder_meldingen_communicatie' })
  handlerRole: HandlerRole;
  @ApiProperty({ type: String, nullable: true, example: null }) assignee: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) assigneeName: string | null;
  @ApiProperty({ enum: CASE_STATUSES, example: 'TRIAGED' }) status: CaseStatus;
  @ApiProperty({ example: 'Ingeschat' }) statusLabel: string;
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-22T20:15:00Z',
    description: 'earliest of the clocks',
  })
  dueAt: string;
  @ApiProperty({ example: false, description: 'the due time has passed' }) overdue: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-21T22:15:00Z',
    description: 'null once picked up',
  })
  pickUpBy: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00Z' }) receivedAt: string;
  @ApiProperty({ type: [String], example: ['F-CONTRADICTION'] }) flags: string[];
  @ApiProperty({ type: [String], example: ['R-N1', 'TXT-LETSEL'], description: 'rule codes' })
  reasons: string[];
}

export class WorklistPageDto {
  @ApiProperty({ type: [WorklistItemDto] }) items: WorklistItemDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}
