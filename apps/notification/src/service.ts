import { catalogue } from '#contracts';
import type { ServiceDefinition } from '#platform';
import { DeliveryAttempt } from './delivery/delivery-attempt.entity.js';
import { CaseHolder } from './handler-notice/case-holder.entity.js';
import { Message } from './messages/message.entity.js';
import { NotificationConfig } from './notification.config.js';
import { NotificationModule } from './notification.module.js';
import { Notification1732270000000 } from './schema/1732270000000-notification.migration.js';
import { WaitingForRelease1763820000000 } from './schema/1763820000000-waiting-for-release.migration.js';
import { HandOver1732360000000 } from './schema/1732360000000-hand-over.migration.js';

export const notificationService: ServiceDefinition<NotificationConfig> = {
  name: 'notification',
  title: 'Opgroeipunt · Berichten',
  defaultPort: 3004,
  config: NotificationConfig,
  entities: [Message, DeliveryAttempt, CaseHolder],
  migrations: [Notification1732270000000, HandOver1732360000000, WaitingForRelease1763820000000],
  module: () => NotificationModule,
  messaging: { catalogue, handlers: 'SIDE_BY_SIDE' }, // each changes the rows of its own melding
};
