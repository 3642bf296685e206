import {
  closed,
  code,
  moment,
  nullable,
  text,
  uuid,
  type EventDefinition,
  type Static,
  eventOn,
} from './event-definition.js';
import { TOPICS, eventType } from './topics.js';

export const MESSAGE_PURPOSES = ['ACKNOWLEDGEMENT', 'DUTY_ALERT', 'HANDLER_NOTICE'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

const about = {
  notificationId: uuid(),
  purpose: code(MESSAGE_PURPOSES),
  /** What it is about: the melding's id. */
  subjectId: uuid(),
  /** Keyed hash of the recipient, the same for the same address. */
  recipientToken: text(64),
  template: text(80),
  templateVersion: text(40),
};

export const NOTIFICATION_REQUESTED = eventType('notification.requested.v1');
export const NotificationRequestedV1 = closed({ ...about, requestedAt: moment() });
export type NotificationRequestedV1 = Static<typeof NotificationRequestedV1>;

export const NOTIFICATION_APPROVED = eventType('notification.approved.v1');
export const NotificationApprovedV1 = closed({ ...about, approvedBy: text(100), approvedAt: moment() });
export type NotificationApprovedV1 = Static<typeof NotificationApprovedV1>;

export const NOTIFICATION_SENT = eventType('notification.sent.v1');
export const NotificationSentV1 = closed({ ...about, channel: code(['EMAIL'] as const), sentAt: moment() });
export type NotificationSentV1 = Static<typeof NotificationSentV1>;

export const NOTIFICATION_DELIVERED = eventType('notification.delivered.v1');
export const NotificationDeliveredV1 = closed({ ...about, deliveredAt: moment() });
export type NotificationDeliveredV1 = Static<typeof NotificationDeliveredV1>;

export const NOTIFICATION_FAILED = eventType('notification.failed.v1');
export const NotificationFailedV1 = closed({
  ...about,
  reason: code(['ADDRESS_REFUSED', 'PROVIDER_REFUSED', 'GAVE_UP', 'NO_ADDRESS', 'BOUNCED'] as const),
  smtpStatus: nullable(text(10)),
  failedAt: moment(),
});
export type NotificationFailedV1 = Static<typeof NotificationFailedV1>;

const onNotification = eventOn(TOPICS.notification);

export const NOTIFICATION_EVENTS: EventDefinition[] = [
  onNotification(NOTIFICATION_REQUESTED, NotificationRequestedV1, 'A message to a person is due.'),
  onNotification(NOTIFICATION_APPROVED, NotificationApprovedV1, 'A person approved a message.'),
  onNotification(NOTIFICATION_SENT, NotificationSentV1, 'A message was handed to the mail provider.'),
  onNotification(NOTIFICATION_DELIVERED, NotificationDeliveredV1, 'The provider confirmed delivery.'),
  onNotification(NOTIFICATION_FAILED, NotificationFailedV1, 'A message cannot be delivered; a person looks.'),
];
