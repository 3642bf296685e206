import { OperatorError } from '../process/operator.error.js';

export type PortName = keyof typeof DEFAULTS;
export type LocalPorts = Record<PortName, number>;

interface DefaultPort {
  variable: string;
  port: number;
  what: string;
}

/** Contract of the local start: each part's default port and the environment variable that moves it. */
const DEFAULTS = {
  portal: { variable: 'PORTAL_PORT', port: 3000, what: 'portaal' },
  intake: { variable: 'INTAKE_PORT', port: 3001, what: 'intake' },
  triage: { variable: 'TRIAGE_PORT', port: 3002, what: 'triage' },
  dossierSync: { variable: 'DOSSIER_SYNC_PORT', port: 3003, what: 'dossier-sync' },
  notification: { variable: 'NOTIFICATION_PORT', port: 3004, what: 'notification' },
  edison: { variable: 'EDISON_PORT', port: 3005, what: 'edison' },
  identity: { variable: 'IDENTITY_PORT', port: 3006, what: 'aanmelden' },
  mailSmtp: { variable: 'MAIL_SMTP_PORT', port: 3025, what: 'mail ontvangen (SMTP)' },
  mailHttp: { variable: 'MAIL_HTTP_PORT', port: 3026, what: 'opgevangen mails' },
  mailBounce: { variable: 'BOUNCE_SMTP_PORT', port: 3027, what: 'teruggestuurde mails (SMTP)' },
  postgres: { variable: 'POSTGRES_PORT', port: 3032, what: 'PostgreSQL' },
} satisfies Record<string, DefaultPort>;

export const PORT_NAMES = Object.keys(DEFAULTS) as PortName[];

/** `PORT_OFFSET` moves the defaults; a port's own variable is taken as it stands. */
export function localPorts(env: Record<string, string | undefined>): LocalPorts {
  const offset = wholeNumber('PORT_OFFSET', env['PORT_OFFSET'] || '0', -2_000, 60_000);
  const ports = Object.fromEntries(
    PORT_NAMES.map((name) => {
      const { variable, port } = DEFAULTS[name];
      return [name, wholeNumber(variable, env[variable] || String(port + offset), 1, 65_535)];
    }),
  ) as LocalPorts;
  for (const name of PORT_NAMES) {
    const twin = PORT_NAMES.find((other) => other !== name && ports[other] === ports[name]);
    if (twin) {
      throw new OperatorError(
        `${DEFAULTS[name].variable} en ${DEFAULTS[twin].variable} wijzen allebei naar poort ${ports[name]}: geef elk een eigen poort.`,
      );
    }
  }
  return ports;
}

/** Variable and meaning of a port, for messages to the operator. */
export function describePort(name: PortName): DefaultPort {
  return DEFAULTS[name];
}

function wholeNumber(variable: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new OperatorError(`${variable}=${text} is geen geheel getal van ${least} tot ${most}.`);
}
