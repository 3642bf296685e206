import {
  HANDLER_ROLES,
  LEVELS,
  QUEUES,
  TEAMS,
  type HandlerRole,
  type Level,
  type Queue,
  type Team,
} from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { ClockDto } from '../cases/clock.dto.js';
import { ReasonDto } from '../cases/reason.dto.js';

/** What the policy would decide. */
export class EvaluationDto {
  @ApiProperty({ enum: LEVELS, example: 'HIGH' }) level: Level;
  @ApiProperty({ type: [ReasonDto] }) reasons: readonly ReasonDto[];
  @ApiProperty({ type: [String], example: ['F-CONTRADICTION'] }) flags: readonly string[];
  @ApiProperty({ type: [ClockDto] }) clocks: ClockDto[];
  @ApiProperty({ enum: QUEUES, example: 'REGIOTEAM' }) queue: Queue;
  @ApiProperty({ enum: TEAMS, example: 'REGIO_2' }) team: Team;
  @ApiProperty({ enum: HANDLER_ROLES, example: 'klantenbeheerder_meldingen_communicatie' })
  handlerRole: HandlerRole;
  @ApiProperty({ example: '2026.1' }) policyVersion: string;
}
