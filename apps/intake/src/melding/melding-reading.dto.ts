import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import {
  CASE_STATUSES,
  CHANNELS,
  HANDLER_ROLES,
  IDENTITY_MODES,
  KINDS,
  PREFERRED_CHANNELS,
  QUEUES,
  SUBMITTER_TYPES,
  TEAMS,
  TRACE_STEPS,
} from '#contracts';
import { AdmissibilityDto } from '../submission/accepted-melding.dto.js';
import { AnswersDto } from '../submission/answers.dto.js';
import { ContactDto } from '../submission/contact.dto.js';
import { FoundLocationDto } from '../locations/locations.dto.js';
import { STAFF_ONLY_STEPS } from '../trace/trace.js';

const code = (values: readonly string[], example: string) => ApiProperty({ enum: [...values], example });
const codeOrNull = (values: readonly string[], example: string | null) =>
  ApiProperty({ enum: [...values, null], nullable: true, example });
const textOrNull = (example: string | null) => ApiProperty({ type: String, nullable: true, example });
const ID = '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b11';
const MOMENT = '2026-11-21T20:15:00.000Z';
const WORDS = 'Voor de derde keer in twee weken komt mijn dochter thuis met blauwe plekken.';

export class MeldingIdParam {
  @ApiProperty({ type: String, format: 'uuid', example: ID })
  @IsUUID()
  id: string;
}

export class TraceStepDto {
  @code([...TRACE_STEPS, ...STAFF_ONLY_STEPS], 'REGISTERED_IN_DOSSIER')
  step: string;

  @ApiProperty({ type: String, format: 'date-time', example: MOMENT })
  at: string;

  @ApiProperty({
    type: String,
    example: 'dossier-sync',
    description: 'the service that confirmed the hand-over',
  })
  confirmedBy: string;
}

export class MeldingTraceDto {
  @ApiProperty({ type: [TraceStepDto] })
  items: TraceStepDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: null;
}

export class MeldingContactDto {
  @textOrNull('ouder@voorbeeld.example')
  email: string | null;

  @textOrNull('+3200000000')
  phone: string | null;

  @textOrNull('Voorbeeld Ouder')
  name: string | null;

  @textOrNull('na 18 uur')
  safeTimes: string | null;

  @codeOrNull(PREFERRED_CHANNELS, 'EMAIL')
  preferredChannel: string | null;

  @ApiProperty({ type: String, example: 'nl' })
  language: string;

  @code(KINDS, 'MELDING')
  kind: string;

  @code(IDENTITY_MODES, 'KNOWN')
  identityMode: string;

  @ApiProperty({ type: String, example: 'OP-7K3M-Q9XD' })
  reference: string;

  @ApiProperty({ type: String, format: 'date-time', example: MOMENT })
  receivedAt: string;

  @ApiProperty({ type: AdmissibilityDto })
  admissibility: AdmissibilityDto;
}

class ReportedLocationDto {
  @textOrNull('L02')
  id: string | null;

  @textOrNull(null)
  description: string | null;

  @textOrNull(null)
  municipality: string | null;
}

export class MeldingViewDto {
  @ApiProperty({ type: String, format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ type: String, example: 'OP-7K3M-Q9XD' })
  reference: string;

  @code(KINDS, 'MELDING')
  kind: string;

  @code(SUBMITTER_TYPES, 'OUDER')
  submitterType: string;

  @code(IDENTITY_MODES, 'KNOWN')
  identityMode: string;

  @ApiProperty({ type: ContactDto, nullable: true, description: 'null when it may not be shown' })
  contact: ContactDto | null;

  @textOrNull('na 18 uur')
  safeTimes: string | null;

  @ApiProperty({
    enum: ['ANONYMOUS', 'CONFIDENTIAL', 'NOT_NEEDED', null],
    nullable: true,
    example: null,
    description: 'why contact is null',
  })
  identityWithheld: string | null;

  @codeOrNull(PREFERRED_CHANNELS, 'EMAIL')
  preferredChannel: string | null;

  @code(CHANNELS, 'WEB')
  channel: string;

  @ApiProperty({ type: String, example: 'nl' })
  language: string;

  @ApiProperty({ type: String, format: 'date-time', example: MOMENT })
  receivedAt: string;

  @textOrNull('2026-11-20')
  factDate: string | null;

  @ApiProperty({ type: ReportedLocationDto })
  location: ReportedLocationDto;

  @ApiProperty({ type: [FoundLocationDto] })
  locations: FoundLocationDto[];

  @ApiProperty({ type: String, example: WORDS })
  description: string;

  @textOrNull(null)
  measuresTaken: string | null;

  @textOrNull('Dat iemand gaat kijken.')
  desiredOutcome: string | null;

  @ApiProperty({ type: AnswersDto })
  answers: AnswersDto;

  @ApiProperty({ type: [String], example: ['TOEZICHT_VEILIGHEID'] })
  themes: string[];

  @ApiProperty({ type: [String], example: [] })
  alreadyReportedTo: string[];

  @code(['yes', 'no', 'unknown'], 'unknown')
  parentsInformed: string;

  @ApiProperty({ type: Boolean, example: false })
  consentToShareIdentity: boolean;

  @ApiProperty({ type: Object, nullable: true, example: null })
  personeelstekort: object | null;

  @ApiProperty({ type: Object, nullable: true, example: null })
  inspectieAdvies: object | null;

  @ApiProperty({ type: AdmissibilityDto })
  admissibility: AdmissibilityDto;

  @textOrNull(null)
  enteredBy: string | null;

  @code(CASE_STATUSES, 'IN_ASSESSMENT')
  status: string;

  @codeOrNull(QUEUES, 'REGIOTEAM')
  queue: string | null;

  @codeOrNull(TEAMS, 'REGIO_2')
  team: string | null;

  @codeOrNull(HANDLER_ROLES, 'klantenbeheerder_meldingen_communicatie')
  handlerRole: string | null;

  @textOrNull('kb.mc.een')
  assignee: string | null;
}
