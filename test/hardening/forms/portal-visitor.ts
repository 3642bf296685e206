import { addresses } from '../../system/system-under-test.js';
import { ask, type Answer } from '../asking/ask.js';

const FORM = 'application/x-www-form-urlencoded';
const DEMO_PASSWORD = 'demo';
const MOST_REDIRECTS = 10;

/** The portal by the name that cookies and sign-in belong to. */
const portal = (): string => addresses().portal.replace('127.0.0.1', 'localhost');

/** A browser without script: keeps cookies per origin, sends forms, follows redirects only when asked. */
export class PortalVisitor {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Somebody who signed in at the page of the identity provider. */
  static async signedIn(username: string): Promise<PortalVisitor> {
    const visitor = new PortalVisitor();
    const login = await visitor.followed(`${portal()}/login`);
    const action = /<form[^>]*action="([^"]+)"/.exec(login.answer.text)?.[1] ?? '';
    const fields = new URLSearchParams({ username, password: DEMO_PASSWORD }).toString();
    const { answer, url } = await visitor.followed(new URL(action, login.url).href, fields);
    if (answer.status !== 200 || !url.startsWith(portal())) throw new Error(`${username} could not sign in`);
    return visitor;
  }

  /** @param body of a form; without it the page is asked for with GET */
  at(path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(portal(), path, body, headers);
  }

  private async followed(from: string, body?: string): Promise<{ answer: Answer; url: string }> {
    let url = from;
    let sent = body;
    for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
      const { origin, pathname, search } = new URL(url);
      const answer = await this.ask(origin, pathname + search, sent, {});
      if (answer.headers.location === undefined) return { answer, url };
      url = new URL(answer.headers.location, url).href;
      sent = undefined;
    }
    throw new Error('Redirected without end');
  }

  private async ask(
    origin: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask({
      base: origin,
      method: body === undefined ? 'GET' : 'POST',
      path,
      headers: {
        accept: 'text/html',
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': FORM }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  }
}
