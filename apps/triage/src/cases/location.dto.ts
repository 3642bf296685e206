import { ApiProperty } from '@nestjs/swagger';

/** Where a case is about; the name is null until the dossier told it. */
export interface LocationDto {
  id: string;
  name: string | null;
  municipality: string | null;
}

/** Documents a `LocationDto | null`. Written out, since a reference to a schema cannot be null in OpenAPI 3.0. */
export const ApiLocation = (): PropertyDecorator =>
  ApiProperty({
    type: 'object',
    nullable: true,
    required: ['id', 'name', 'municipality'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string', nullable: true },
      municipality: { type: 'string', nullable: true },
    },
    example: { id: 'L02', name: "'t Fluwelen Fazantje", municipality: 'Verzinbeke' },
  });

/** A location by id, with its name once the dossier told it. */
export function locationDto(
  id: string | null,
  known: { name: string; municipality: string } | null,
): LocationDto | null {
  return id === null ? null : { id, name: known?.name ?? null, municipality: known?.municipality ?? null };
}
