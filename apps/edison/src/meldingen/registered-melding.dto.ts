import { ApiProperty } from '@nestjs/swagger';
import { MELDING_LEVELS, MELDING_STATUSES } from './melding-content.js';
import type { MeldingLink } from './melding-link.entity.js';

/** Proof of registration. The entity tag of the answer is the version between quotes. */
export class RegistrationDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60' })
  meldingId: string;

  @ApiProperty({ example: 'EDS-00000042-55', description: 'Opaque: its format may change' })
  dossierNumber: string;

  @ApiProperty({ example: 'ZAAK-00000042-55' })
  zaakNumber: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  version: number;
}

export class RegisteredMeldingDto extends RegistrationDto {
  @ApiProperty({ example: 'OP-7K3M-Q9XD' })
  reference: string;

  @ApiProperty({ example: 'MELDING' })
  kind: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  receivedAt: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-20' })
  factDate: string | null;

  @ApiProperty({ type: [String], example: ['L02'] })
  locationIds: string[];

  @ApiProperty({ type: [String], example: ['TOEZICHT_VEILIGHEID'] })
  themes: string[];

  @ApiProperty({ enum: MELDING_LEVELS, nullable: true, example: 'HIGH' })
  level: MeldingLink['level'];

  @ApiProperty({ enum: MELDING_STATUSES, example: 'INGEDIEND' })
  status: MeldingLink['status'];

  @ApiProperty({ type: String, nullable: true, example: null })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'kb.mc.een' })
  handler: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:01.000Z' })
  registeredAt: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:01.000Z' })
  changedAt: string;
}

export const registrationOf = (link: MeldingLink): RegistrationDto => ({
  meldingId: link.meldingId,
  dossierNumber: link.dossierNumber,
  zaakNumber: link.zaakNumber,
  version: link.version,
});

export const registeredMeldingOf = (link: MeldingLink): RegisteredMeldingDto => ({
  ...registrationOf(link),
  reference: link.reference,
  kind: link.kind,
  receivedAt: link.receivedAt.toISOString(),
  factDate: link.factDate,
  locationIds: link.locationIds,
  themes: link.themes,
  level: link.level,
  status: link.status,
  outcome: link.outcome,
  handler: link.handler,
  registeredAt: link.registeredAt.toISOString(),
  changedAt: link.changedAt.toISOString(),
});
