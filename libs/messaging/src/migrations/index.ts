import { Messaging1732250000000 } from './1732250000000-messaging.migration.js';
import { MessagingRebuild1763800000000 } from './1763800000000-messaging-rebuild.migration.js';

export const messagingMigrations: Function[] = [Messaging1732250000000, MessagingRebuild1763800000000];
