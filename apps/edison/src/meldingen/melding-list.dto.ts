import { IsMoment, PageQuery } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { RegisteredMeldingDto } from './registered-melding.dto.js';

export class MeldingListQuery extends PageQuery {
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-01T00:00:00.000Z',
    description: 'Received at this time or later',
  })
  @IsMoment()
  receivedFrom: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-12-01T00:00:00.000Z',
    description: 'Received before this time',
  })
  @IsMoment()
  receivedUntil: string;
}

export class MeldingListDto {
  @ApiProperty({ type: [RegisteredMeldingDto], description: 'By time of receipt' })
  items: RegisteredMeldingDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}
