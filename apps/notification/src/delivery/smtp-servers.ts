import type { NotificationConfig } from '../notification.config.js';
import type { ProviderName } from './mail-provider.js';

export interface SmtpServer {
  name: ProviderName;
  host: string;
  port: number;
  login?: { user: string; pass: string };
}

/** The mail servers of the configuration, the preferred one first. */
export function smtpServersOf(config: NotificationConfig): SmtpServer[] {
  const first = serverOf('FIRST', config.SMTP_HOST, config.SMTP_PORT, [
    config.SMTP_USER,
    config.SMTP_PASSWORD,
  ]);
  if (config.SMTP2_HOST === undefined) return [first];
  const login = [config.SMTP2_USER, config.SMTP2_PASSWORD] as const;
  return [first, serverOf('SECOND', config.SMTP2_HOST, config.SMTP2_PORT, login)];
}

function serverOf(
  name: ProviderName,
  host: string,
  port: number,
  [user, pass]: readonly [string | undefined, string | undefined],
): SmtpServer {
  const login = user === undefined || pass === undefined ? {} : { login: { user, pass } };
  return { name, host, port, ...login };
}
