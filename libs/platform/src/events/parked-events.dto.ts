import { ApiProperty } from '@nestjs/swagger';

export class ParkedEventDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Service that has to solve it.' }) owner: string;
  @ApiProperty({ description: 'Consumer group.' }) consumer: string;
  @ApiProperty() type: string;
  @ApiProperty() source: string;
  @ApiProperty({ description: 'Id of the aggregate; its later events wait.' }) key: string;
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() reason: string;
  @ApiProperty({ enum: ['RETRYING', 'WAITING'] }) state: 'RETRYING' | 'WAITING';
  @ApiProperty() attempts: number;
  @ApiProperty({ format: 'date-time' }) parkedAt: Date;
  @ApiProperty() ageSeconds: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextTryAt: Date | null;
}

export class ParkedEventPageDto {
  @ApiProperty({ type: [ParkedEventDto] }) items: ParkedEventDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
