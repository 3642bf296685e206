import { ApiProperty } from '@nestjs/swagger';
import type { AcceptedMelding } from './accepted-melding.js';

export class AdmissibilityDto {
  @ApiProperty({ type: Boolean, example: false })
  complete: boolean;

  @ApiProperty({
    type: [String],
    example: ['contact.address'],
    description: 'what a klacht still needs to be admissible',
  })
  missing: string[];
}

export class AcceptedMeldingDto implements AcceptedMelding {
  @ApiProperty({ type: String, format: 'uuid', example: '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b11' })
  id: string;

  @ApiProperty({
    type: String,
    example: 'OP-7K3M-Q9XD',
    description: 'last sign is a check sign; safe to show to staff',
  })
  reference: string;

  @ApiProperty({ type: String, example: '4821 0937 5526 1048', description: 'shown once, never again' })
  followUpCode: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  receivedAt: string;

  @ApiProperty({
    type: String,
    description: 'compact JWS: reference, time and a salted hash of the content',
    example: 'eyJhbGciOiJFZERTQSJ9.eyJyZWZlcmVuY2UiOiJPUC03SzNNLVE5WEQifQ.c2lnbmF0dXJl',
  })
  receipt: string;

  @ApiProperty({ type: AdmissibilityDto })
  admissibility: AdmissibilityDto;
}
