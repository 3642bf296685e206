import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { sendStyle, STYLE_PATH } from '../page/local-page.js';
import type { IdentityConfig } from './identity.config.js';
import { identityProvider } from './identity-provider.js';
import { LoginRoutes } from './login.routes.js';
import { signingKeys } from './signing-keys.js';
import { readStaff } from './staff-account.js';

export interface RunningIdentity {
  issuer: string;
  stop(): Promise<void>;
}

/** The local OpenID provider: real OpenID Connect, fictional staff. Never for use beyond one's own machine. */
export async function startIdentity(config: IdentityConfig): Promise<RunningIdentity> {
  const staff = readStaff(config.IDENTITY_STAFF_FILE);
  const keys = await signingKeys(config.IDENTITY_KEYS_FILE);
  const cookieKeys = [createHash('sha256').update(JSON.stringify(keys)).digest('hex')];
  const provider = identityProvider({ config, staff, keys, cookieKeys });
  const login = new LoginRoutes(provider, staff, config.PORTAL_URL);
  const openid = provider.callback();

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/health/')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
    } else if (path === STYLE_PATH) {
      sendStyle(response);
    } else if (path.startsWith('/aanmelden/')) {
      login.handle(request, response).catch((error: unknown) => response.destroy(asError(error)));
    } else {
      void openid(request, response);
    }
  });
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  return {
    issuer: config.IDENTITY_ISSUER,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
