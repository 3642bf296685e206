import { Messaging1732250000000 } from './1732250000000-messaging.migration.js';

/** Migrations of the library's tables; every service with a database and messaging runs them beside its own. */
export const messagingMigrations: Function[] = [Messaging1732250000000];
