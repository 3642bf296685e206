import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { JWK } from 'jose';
import { API_RESOURCE, apiResourceServer } from './api-resource.js';
import { clients } from './clients.js';
import type { IdentityConfig } from './identity.config.js';
import { errorPage, loggedOutPage, logoutPage } from './identity-pages.js';
import { MemoryAdapter } from './memory.adapter.js';
import { pageHeaders } from '../page/local-page.js';
import { staffClaims, type StaffDirectory } from './staff-account.js';
import { registerStaffTokenGrant } from './staff-token.grant.js';

export interface ProviderParts {
  config: IdentityConfig;
  staff: StaffDirectory;
  keys: { keys: JWK[] };
  cookieKeys: string[];
}

/** Grants and sessions live in memory: after a restart people log in again, while their tokens stay good. */
export function identityProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.config.IDENTITY_ISSUER, configuration(parts));
  registerStaffTokenGrant(provider, parts.staff);
  return provider;
}

function configuration({ config, staff, keys, cookieKeys }: ProviderParts): Configuration {
  return {
    adapter: MemoryAdapter,
    clients: clients(config),
    jwks: keys,
    cookies: { keys: cookieKeys },
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: {
      openid: ['sub'],
      profile: [
        'given_name',
        'family_name',
        'vo_id',
        'vo_doelgroepcode',
        'vo_orgcode',
        'vo_orgnaam',
        'opgroeipunt_rol_3d',
      ],
    },
    // Claims go into the id token itself: there is no userinfo endpoint to fetch them from.
    conformIdTokenClaims: false,
    findAccount: (_ctx, username) => {
      const account = staff.find(username);
      return account && { accountId: username, claims: () => ({ sub: username, ...staffClaims(account) }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const account = 'accountId' in token && token.accountId ? staff.find(token.accountId) : undefined;
      return account && staffClaims(account);
    },
    ttl: {
      AccessToken: 8 * 3600,
      ClientCredentials: 8 * 3600,
      IdToken: 3600,
      Interaction: 3600,
      Session: 8 * 3600,
      Grant: 8 * 3600,
    },
    interactions: { url: (_ctx, interaction) => `/aanmelden/${interaction.uid}` },
    loadExistingGrant: ownPortalNeedsNoConsent,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API_RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: apiResourceServer,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, logoutPage(form), config),
        postLogoutSuccessSource: (ctx) => show(ctx, loggedOutPage(config.PORTAL_URL), config),
      },
    },
    renderError: (ctx, out) => show(ctx, errorPage(out.error), config),
  };
}

async function ownPortalNeedsNoConsent(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(API_RESOURCE, '');
  await grant.save();
  return grant;
}

function show(ctx: KoaContextWithOIDC, page: string, { PORTAL_URL }: IdentityConfig): void {
  ctx.set(pageHeaders([new URL(PORTAL_URL).origin]));
  ctx.type = 'html';
  ctx.body = page;
}
