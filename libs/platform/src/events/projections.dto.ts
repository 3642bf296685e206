import { ApiProperty } from '@nestjs/swagger';

export class RebuildDto {
  @ApiProperty({ format: 'date-time' }) askedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Events that it was made of.' })
  events: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why the projection was left as it was.' })
  failure: string | null;
}

export class ProjectionDto {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Consumer group.' }) consumer: string;
  @ApiProperty({ enum: ['LIVE', 'REBUILDING'] }) state: 'LIVE' | 'REBUILDING';
  @ApiProperty({ type: RebuildDto, nullable: true }) lastRebuild: RebuildDto | null;
}

export class ProjectionListDto {
  @ApiProperty({ type: [ProjectionDto] }) items: ProjectionDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: a service has few projections.' })
  nextCursor: null;
}
