export { EmbeddedPostgresError, type EmbeddedPostgresFault } from './embedded-postgres.error.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { ensureServiceDatabase, type ServiceDatabase } from './service-database.js';
export { isRunning, stopProcess } from './process-ending.js';
export { endOrphanedServer } from './orphaned-server.js';
