import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import { API_RESOURCE, apiResourceServer } from './api-resource.js';
import { DEMO_PASSWORD, type StaffDirectory } from './staff-account.js';

/**
 * A grant of our own, for the command line (`npm run token`, `npm run demo`): username and password straight for
 * the very access token that logging in would give. Exists in the local provider alone, where every account is
 * fictional and has the same published password; the services know nothing of it.
 */
export const STAFF_TOKEN_GRANT = 'urn:opgroeipunt:grant:local-staff-token';

export function registerStaffTokenGrant(provider: Provider, staff: StaffDirectory): void {
  provider.registerGrantType<{ username?: string; password?: string }>(
    STAFF_TOKEN_GRANT,
    async (ctx) => {
      const account = staff.find(ctx.oidc.params.username ?? '');
      if (!account || ctx.oidc.params.password !== DEMO_PASSWORD)
        throw new errors.InvalidGrant('unknown username or password');
      const grant = new provider.Grant({ accountId: account.username, clientId: ctx.oidc.client.clientId });
      const grantId = await grant.save();
      const token = new provider.AccessToken({
        client: ctx.oidc.client,
        accountId: account.username,
        grantId,
        gty: STAFF_TOKEN_GRANT,
      });
      token.resourceServer = new provider.ResourceServer(API_RESOURCE, apiResourceServer());
      const accessToken = await token.save();
      ctx.body = { access_token: accessToken, token_type: token.tokenType, expires_in: token.expiration };
    },
    ['username', 'password'],
  );
}
