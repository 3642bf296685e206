import { join } from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.js';
import type { LocalSecrets } from '../data-folder/local-secrets.js';
import { IdentityConfig } from '../identity/identity.config.js';
import type { LocalPorts } from '../ports/local-ports.js';

/** The identity provider's configuration within the local system: it shares each client's secret with that client. */
export function localIdentityConfig(
  folder: DataFolder,
  secrets: LocalSecrets,
  ports: LocalPorts,
  host: string,
  fixtures: string,
): IdentityConfig {
  return Object.assign(new IdentityConfig(), {
    HOST: host,
    PORT: ports.identity,
    IDENTITY_ISSUER: `http://localhost:${ports.identity}`,
    PORTAL_URL: `http://localhost:${ports.portal}`,
    IDENTITY_KEYS_FILE: folder.signingKeys,
    IDENTITY_STAFF_FILE: join(fixtures, 'staff.json'),
    CLIENT_SECRET_PORTAL: secrets.get('client portal'),
    CLIENT_SECRET_SVC_INTAKE: secrets.get('client svc-intake'),
    CLIENT_SECRET_SVC_TRIAGE: secrets.get('client svc-triage'),
    CLIENT_SECRET_SVC_DOSSIER_SYNC: secrets.get('client svc-dossier-sync'),
    CLIENT_SECRET_SVC_NOTIFICATION: secrets.get('client svc-notification'),
    CLIENT_SECRET_SVC_PORTAL: secrets.get('client svc-portal'),
  });
}
