import { join } from 'node:path';
import { auditAnchorFile, type DataFolder } from '../data-folder/data-folder.js';
import type { LocalSecrets } from '../data-folder/local-secrets.js';
import type { LocalPorts } from '../ports/local-ports.js';

export type Environment = Record<string, string | undefined>;

/** The services of the local system, in the order in which they start, each with its own database. */
export const LOCAL_SERVICES = [
  { name: 'edison', port: 'edison', database: 'opgroeipunt_edison' },
  { name: 'dossier-sync', port: 'dossierSync', database: 'opgroeipunt_dossier_sync' },
  { name: 'intake', port: 'intake', database: 'opgroeipunt_intake' },
  { name: 'triage', port: 'triage', database: 'opgroeipunt_triage' },
  { name: 'notification', port: 'notification', database: 'opgroeipunt_notification' },
  { name: 'portal', port: 'portal', database: 'opgroeipunt_portal' },
] as const;

export type LocalService = (typeof LOCAL_SERVICES)[number];

export interface EnvironmentParts {
  /** What the operator set; goes before everything decided here but addresses and secrets. */
  given: Environment;
  ports: LocalPorts;
  folder: DataFolder;
  secrets: LocalSecrets;
  databaseUrl: string;
  fixtures: string;
  host: string;
}

/** The variables of one service, as compose gives them to its container. */
export function serviceEnvironment(service: LocalService, parts: EnvironmentParts): Environment {
  const { given, ports, folder, secrets } = parts;
  const at = (port: number) => `http://localhost:${port}`;
  return {
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    // Six services share one small database server.
    DATABASE_POOL_SIZE: '6',
    ...given,
    HOST: parts.host,
    PORT: String(ports[service.port]),
    PUBLIC_URL: at(ports[service.port]),
    DATABASE_URL: parts.databaseUrl,
    OIDC_ISSUER: at(ports.identity),
    SERVICE_CLIENT_ID: `svc-${service.name}`,
    SERVICE_CLIENT_SECRET: secrets.get(`client svc-${service.name}`),
    PORTAL_CLIENT_ID: 'portal',
    PORTAL_CLIENT_SECRET: secrets.get('client portal'),
    PORTAL_PUBLIC_URL: at(ports.portal),
    KEK_FILE: join(folder.keys, `${service.name}.kek`),
    AUDIT_ANCHOR_FILE: auditAnchorFile(folder, service.name),
    INTAKE_URL: at(ports.intake),
    TRIAGE_URL: at(ports.triage),
    DOSSIER_SYNC_URL: at(ports.dossierSync),
    NOTIFICATION_URL: at(ports.notification),
    EDISON_URL: at(ports.edison),
    PORTAL_URL: at(ports.portal),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(ports.mailSmtp),
    SMTP_LOOKUP_URL: `${at(ports.mailHttp)}/api/messages?messageId={messageId}`,
    BOUNCE_DOMAIN: 'terug.opgroeipunt.example',
    BOUNCE_SMTP_PORT: String(ports.mailBounce),
    EDISON_SEED_DIR: parts.fixtures,
    STAFF_FILE: join(parts.fixtures, 'staff.json'),
  };
}
