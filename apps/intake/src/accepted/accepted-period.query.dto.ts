import { ApiProperty } from '@nestjs/swagger';
import { IsMoment, PageQuery } from '#platform';

export class AcceptedPeriodQuery extends PageQuery {
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-01T00:00:00.000Z',
    description: 'Received or accepted at this time or later',
  })
  @IsMoment()
  receivedFrom: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-12-01T00:00:00.000Z',
    description: 'Received or accepted before this time',
  })
  @IsMoment()
  receivedUntil: string;
}
