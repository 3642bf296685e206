import { ApiProperty } from '@nestjs/swagger';

export class LocationDto {
  @ApiProperty({ example: 'L02' }) id: string;
  @ApiProperty({ type: String, nullable: true, example: "'t Fluwelen Fazantje" }) name: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Verzinbeke' }) municipality: string | null;
}

/** A location by id, with its name once the dossier told it. */
export function locationDto(
  id: string | null,
  known: { name: string; municipality: string } | null,
): LocationDto | null {
  return id === null ? null : { id, name: known?.name ?? null, municipality: known?.municipality ?? null };
}
