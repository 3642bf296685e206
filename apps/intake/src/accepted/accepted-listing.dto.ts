import { ApiProperty } from '@nestjs/swagger';
import { KINDS } from '#contracts';

const MOMENT = '2026-11-21T20:15:00.000Z';

/** What the dossier has to hold of an accepted melding: codes and ids, nothing personal. */
export class AcceptedListingDto {
  @ApiProperty({ type: String, format: 'uuid', example: '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b11' })
  meldingId: string;

  @ApiProperty({ type: String, example: 'OP-7K3M-Q9XD' })
  reference: string;

  @ApiProperty({ enum: [...KINDS], example: 'MELDING' })
  kind: string;

  @ApiProperty({ type: String, format: 'date-time', example: MOMENT })
  receivedAt: string;

  @ApiProperty({ type: String, format: 'date-time', example: MOMENT })
  acceptedAt: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-20' })
  factDate: string | null;

  @ApiProperty({ type: [String], example: ['L02'] })
  locationIds: string[];

  @ApiProperty({ type: [String], example: ['TOEZICHT_VEILIGHEID'] })
  themes: string[];
}

export class AcceptedPageDto {
  @ApiProperty({ type: [AcceptedListingDto], description: 'Oldest first' })
  items: AcceptedListingDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}
