import type { NotificationConfig } from '../notification.config.js';
import type { BounceSource } from './bounce-source.js';
import { NoBounceSource } from './no-bounce-source.js';
import { SmtpBounceSource } from './smtp-bounce-source.js';

/** Where the configuration says that bounces come in. */
export function bounceSource({ HOST: host, BOUNCE_SMTP_PORT: port }: NotificationConfig): BounceSource {
  return port === undefined ? new NoBounceSource() : new SmtpBounceSource({ host, port });
}
