import { PageQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { LEDGER_STATES, type LedgerEntry, type LedgerState } from './ledger-entry.entity.js';

export class LedgerPath {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60' })
  @IsUUID()
  meldingId: string;
}

export class LedgerQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LEDGER_STATES, example: 'WAITING' })
  @IsOptional()
  @IsIn(LEDGER_STATES)
  state?: LedgerState;

  @ApiPropertyOptional({
    description: 'Only what this owner has to look at: refused registrations and refused later changes',
    example: 'BEHEERDER',
  })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  owner?: string;
}

/** Proof of hand-over of one melding. */
export class LedgerEntryDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60' })
  meldingId: string;

  @ApiProperty({ enum: LEDGER_STATES, example: 'REGISTERED' })
  state: LedgerState;

  @ApiProperty({ type: String, nullable: true, example: 'EDS-00000042-55' })
  dossierNumber: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'ZAAK-00000042-55' })
  zaakNumber: string | null;

  @ApiProperty({ type: 'integer', example: 1, description: 'Tries to register it' })
  attempts: number;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Code; null after success' })
  lastError: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-11-21T20:15:01.000Z' })
  registeredAt: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  waitingSince: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  nextTryAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Who looks at a refusal' })
  owner: string | null;

  @ApiProperty({ example: true, description: 'Whether the store holds the last change of the melding' })
  upToDate: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Since when the store lacks a later change of a registered melding',
  })
  changeOpenSince: string | null;
}

export class LedgerPageDto {
  @ApiProperty({ type: [LedgerEntryDto] })
  items: LedgerEntryDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}

export const ledgerEntryOf = (entry: LedgerEntry): LedgerEntryDto => ({
  meldingId: entry.meldingId,
  state: entry.state,
  dossierNumber: entry.dossierNumber,
  zaakNumber: entry.zaakNumber,
  attempts: entry.attempts,
  lastError: entry.lastError,
  registeredAt: entry.registeredAt?.toISOString() ?? null,
  waitingSince: entry.waitingSince.toISOString(),
  nextTryAt: entry.nextTryAt?.toISOString() ?? null,
  owner: entry.owner,
  upToDate: entry.confirmedRevision >= entry.revision,
  changeOpenSince: entry.changeOpenSince?.toISOString() ?? null,
});
