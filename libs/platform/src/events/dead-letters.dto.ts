import { ApiProperty } from '@nestjs/swagger';

export class DeadLetterDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Service that has to find out who wrote it.' }) owner: string;
  @ApiProperty({ description: 'Consumer group.' }) consumer: string;
  @ApiProperty({ description: 'Where it was found.' }) topic: string;
  @ApiProperty({ description: 'Partition and offset, or "-" where there are none.' }) position: string;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) keptAt: Date;
  @ApiProperty() ageSeconds: number;
}

export class DeadLetterPageDto {
  @ApiProperty({ type: [DeadLetterDto] }) items: DeadLetterDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
