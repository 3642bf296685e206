import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class LocationQuery {
  @ApiProperty({
    type: String,
    maxLength: 100,
    example: 'verzinbeke',
    description: 'words of the name or the municipality',
  })
  @IsString()
  @MaxLength(100)
  q: string;
}

export class FoundLocationDto {
  @ApiProperty({ type: String, example: 'L02' })
  id: string;

  @ApiProperty({ type: String, example: "'t Fluwelen Fazantje" })
  name: string;

  @ApiProperty({ enum: ['GROEPSOPVANG', 'GEZINSOPVANG'], example: 'GROEPSOPVANG' })
  type: string;

  @ApiProperty({ type: String, example: 'Verzinbeke' })
  municipality: string;
}

export class FoundLocationsDto {
  @ApiProperty({ type: [FoundLocationDto] })
  items: FoundLocationDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'always null: at most 25, search more precisely',
  })
  nextCursor: null;
}
