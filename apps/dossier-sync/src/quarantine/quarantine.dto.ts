import { ApiProperty } from '@nestjs/swagger';

export class QuarantineRowDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f63' })
  id: string;

  @ApiProperty({ example: 'EDISON' })
  source: string;

  @ApiProperty({ example: '17', description: 'Where the source can find it' })
  sourceId: string;

  @ApiProperty({ example: 'LOCATION_CHANGED' })
  kind: string;

  @ApiProperty({ example: 'UNKNOWN_CHANGE' })
  reason: string;

  @ApiProperty({ example: 'BEHEERDER', description: 'Who looks at it' })
  owner: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  quarantinedAt: string;
}

export class QuarantinePageDto {
  @ApiProperty({ type: [QuarantineRowDto] })
  items: QuarantineRowDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}
