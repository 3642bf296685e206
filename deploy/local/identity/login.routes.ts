import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import { sendPage } from '../page/local-page.js';
import { expiredPage, loginPage, type LoginForm } from './identity-pages.js';
import { DEMO_PASSWORD, type StaffDirectory } from './staff-account.js';

const LARGEST_FORM = 4_096;

/** The page where staff give username and password; everything around it is OpenID Connect and the provider's. */
export class LoginRoutes {
  constructor(
    private readonly provider: Provider,
    private readonly staff: StaffDirectory,
    private readonly portalUrl: string,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { uid } = await this.provider.interactionDetails(request, response);
      const form = {
        action: `/aanmelden/${uid}`,
        username: '',
        failed: 'NO',
        accounts: this.staff.all(),
      } as const;
      if (request.method === 'POST') await this.logIn(request, response, form);
      else this.show(response, 200, form);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      sendPage(response, 400, expiredPage(this.portalUrl));
    }
  }

  private async logIn(request: IncomingMessage, response: ServerResponse, form: LoginForm): Promise<void> {
    if (Number(request.headers['content-length'] ?? Infinity) > LARGEST_FORM) {
      response.writeHead(413).end();
      return;
    }
    const fields = new URLSearchParams(await text(request));
    const username = fields.get('username')?.trim() ?? '';
    if (!this.staff.find(username) || fields.get('password') !== DEMO_PASSWORD) {
      this.show(response, 401, { ...form, username, failed: 'WRONG_LOGIN' });
      return;
    }
    await this.provider.interactionFinished(request, response, { login: { accountId: username } });
  }

  /** Logging in ends with a redirect to the portal, which browsers count as a target of this form. */
  private show(response: ServerResponse, status: number, form: LoginForm): void {
    sendPage(response, status, loginPage(form), [new URL(this.portalUrl).origin]);
  }
}
