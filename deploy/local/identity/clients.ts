import type { ClientMetadata } from 'oidc-provider';
import type { IdentityConfig } from './identity.config.js';
import { STAFF_TOKEN_GRANT } from './staff-token.grant.js';

/** Who may ask for tokens: the portal for its visitors, each service for itself, the command line locally. */
export function clients(config: IdentityConfig): ClientMetadata[] {
  return [
    {
      client_id: 'portal',
      client_secret: config.CLIENT_SECRET_PORTAL,
      redirect_uris: [atPortal(config, '/login/callback')],
      post_logout_redirect_uris: [atPortal(config, '/')],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    service('svc-intake', config.CLIENT_SECRET_SVC_INTAKE),
    service('svc-triage', config.CLIENT_SECRET_SVC_TRIAGE),
    service('svc-dossier-sync', config.CLIENT_SECRET_SVC_DOSSIER_SYNC),
    service('svc-notification', config.CLIENT_SECRET_SVC_NOTIFICATION),
    service('svc-portal', config.CLIENT_SECRET_SVC_PORTAL),
    {
      client_id: 'cli',
      token_endpoint_auth_method: 'none',
      grant_types: [STAFF_TOKEN_GRANT],
      redirect_uris: [],
      response_types: [],
    },
  ];
}

function service(clientId: string, secret: string): ClientMetadata {
  return {
    client_id: clientId,
    client_secret: secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  };
}

function atPortal(config: IdentityConfig, path: string): string {
  return new URL(path, config.PORTAL_URL).href;
}
