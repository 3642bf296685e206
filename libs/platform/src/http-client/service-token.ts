import { Injectable } from '@nestjs/common';
import { IdentityProvider } from '../access/identity-provider.js';
import { ServiceConfig } from '../configuration/service-config.js';
import { ServiceUnavailable } from './service-errors.js';

const TIMEOUT_MS = 3_000;
/** Renewed well before it ends, so that a token never runs out on its way. */
const MARGIN_MS = 30_000;

interface TokenAnswer {
  access_token: string;
  expires_in: number;
}

const isTokenAnswer = (value: unknown): value is TokenAnswer =>
  typeof value === 'object' &&
  value !== null &&
  'access_token' in value &&
  typeof value.access_token === 'string' &&
  'expires_in' in value &&
  typeof value.expires_in === 'number';

/** Access token of this service itself (OAuth 2 client credentials), kept until shortly before it ends. */
@Injectable()
export class ServiceToken {
  private kept: { token: string; until: number } | undefined;
  private asking: Promise<string> | undefined;

  constructor(
    private readonly config: ServiceConfig,
    private readonly provider: IdentityProvider,
  ) {}

  /** @throws ServiceUnavailable when the identity provider gives none */
  async get(): Promise<string> {
    if (this.kept !== undefined && this.kept.until > Date.now()) return this.kept.token;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** Forgets the token after a 401, so that the next call asks for a fresh one. */
  forget(): void {
    this.kept = undefined;
  }

  private async ask(): Promise<string> {
    const { SERVICE_CLIENT_ID: id, SERVICE_CLIENT_SECRET: secret, OIDC_AUDIENCE: audience } = this.config;
    try {
      const response = await fetch(await this.provider.tokenEndpoint(), {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', audience }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer: unknown = await response.json();
      if (!response.ok || !isTokenAnswer(answer))
        throw new Error(`The identity provider answered ${response.status}.`);
      this.kept = { token: answer.access_token, until: Date.now() + answer.expires_in * 1000 - MARGIN_MS };
      return answer.access_token;
    } catch (error) {
      throw new ServiceUnavailable('identity provider', { cause: error });
    }
  }
}
