import { ENFORCEMENT_STATES, LICENCE_STATES, type EnforcementState, type LicenceState } from '#contracts';
import { PageQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import {
  LOCATION_TYPES,
  RISK_BANDS,
  SUBSIDY_STEPS,
  type LocationType,
  type RiskBand,
} from './location-codes.js';

export class LocationSearch extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name or the municipality', example: 'Verzinbeke' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class OrganisatorDto {
  @ApiProperty({ example: 'O2' })
  id: string;

  @ApiProperty({ example: 'Fazantje bv' })
  name: string;

  @ApiProperty({ example: 'bv' })
  legalForm: string;

  @ApiProperty({ example: '0999999130' })
  kboNumber: string;
}

export class LocationSummaryDto {
  @ApiProperty({ example: 'L02' })
  id: string;

  @ApiProperty({ example: "'t Fluwelen Fazantje" })
  name: string;

  @ApiProperty({ enum: LOCATION_TYPES, example: 'GROEPSOPVANG' })
  type: LocationType;

  @ApiProperty({ example: 'Verzinbeke' })
  municipality: string;

  @ApiProperty({ enum: LICENCE_STATES, example: 'VERGUND' })
  licenceState: LicenceState;

  @ApiProperty({ enum: ENFORCEMENT_STATES, example: 'AANMANING' })
  enforcementState: EnforcementState;
}

export class LocationPageDto {
  @ApiProperty({ type: [LocationSummaryDto] })
  items: LocationSummaryDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}

export class VergunningStateDto {
  @ApiProperty({ enum: LICENCE_STATES, example: 'VERGUND' })
  state: LicenceState;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: null,
    description: 'Null when not known',
  })
  effectiveOn: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  recordedAt: string;
}

export class HandhavingStateDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f62' })
  handhavingId: string;

  @ApiProperty({ enum: ENFORCEMENT_STATES, example: 'AANMANING' })
  state: EnforcementState;

  @ApiProperty({ enum: ENFORCEMENT_STATES, nullable: true, example: null })
  previousState: EnforcementState | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: null,
    description: 'Null when not known',
  })
  effectiveOn: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  recordedAt: string;
}

export class LocationDto extends LocationSummaryDto {
  @ApiProperty({ example: '44999' })
  nisCode: string;

  @ApiProperty({ type: String, nullable: true, example: 'Oost-Vlaanderen' })
  province: string | null;

  @ApiProperty({ type: 'integer', example: 18 })
  licensedPlaces: number;

  @ApiProperty({ example: false })
  incomeTariff: boolean;

  @ApiProperty({ enum: SUBSIDY_STEPS, nullable: true, example: 'T1' })
  subsidyStep: string | null;

  @ApiProperty({ type: OrganisatorDto })
  organisator: OrganisatorDto;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'kb.ko.oost1',
    description: 'Klantenbeheerder kinderopvang',
  })
  spoc: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  schorsingEndedOn: string | null;

  @ApiProperty({ enum: RISK_BANDS, nullable: true, example: null })
  riskBand: RiskBand | null;

  @ApiProperty({ type: [VergunningStateDto], description: 'Oldest first' })
  licenceHistory: VergunningStateDto[];

  @ApiProperty({ type: [HandhavingStateDto], description: 'Oldest first' })
  handhavingHistory: HandhavingStateDto[];

  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  revision: number;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  changedAt: string;
}
