/** The database was made by a newer version of the program. */
export class SchemaTooNewError extends Error {
  override readonly name = 'SchemaTooNewError';

  constructor(readonly unknownMigrations: string[]) {
    super(
      `De database is gemaakt door een nieuwere versie van het programma (onbekend: ${unknownMigrations.join(', ')}). ` +
        'Er is niets gewijzigd. Start de nieuwere versie, of zet de reservekopie van vóór de vernieuwing terug.',
    );
  }
}
