import { STAFF_TOKEN_GRANT } from './staff-token.grant.js';
import { DEMO_PASSWORD } from './staff-account.js';
import { OperatorError } from '../process/operator.error.js';

/**
 * Asks the running local identity provider for an access token of a fictional member of staff.
 * @throws OperatorError when the provider does not answer or does not know the username
 */
export async function requestStaffToken(identityUrl: string, username: string): Promise<string> {
  const response = await fetch(new URL('/token', identityUrl), {
    method: 'POST',
    body: new URLSearchParams({
      client_id: 'cli',
      grant_type: STAFF_TOKEN_GRANT,
      username,
      password: DEMO_PASSWORD,
    }),
  }).catch(() => {
    throw new OperatorError(
      `Het systeem draait niet (geen antwoord op ${identityUrl}). Start het met: npm start`,
    );
  });
  if (!response.ok) {
    throw new OperatorError(
      `Geen medewerker met de gebruikersnaam "${username}". De namen staan in deploy/fixtures/staff.json.`,
    );
  }
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
