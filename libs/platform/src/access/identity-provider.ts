import { Injectable } from '@nestjs/common';
import { ServiceConfig } from '../configuration/service-config.js';

interface DiscoveryDocument {
  jwks_uri: string;
  token_endpoint: string;
}

const TIMEOUT_MS = 2_000;

const isDocument = (value: unknown): value is DiscoveryDocument =>
  typeof value === 'object' &&
  value !== null &&
  'jwks_uri' in value &&
  typeof value.jwks_uri === 'string' &&
  'token_endpoint' in value &&
  typeof value.token_endpoint === 'string';

/** Addresses of the identity provider, from its discovery document; read when first needed, then kept. */
@Injectable()
export class IdentityProvider {
  private document: DiscoveryDocument | undefined;

  constructor(private readonly config: ServiceConfig) {}

  /** @throws Error when the provider cannot be reached or answers something else */
  async jwksUrl(): Promise<URL> {
    return new URL(this.config.OIDC_JWKS_URL ?? (await this.discover()).jwks_uri);
  }

  /** @throws Error when the provider cannot be reached or answers something else */
  async tokenEndpoint(): Promise<URL> {
    return new URL((await this.discover()).token_endpoint);
  }

  private async discover(): Promise<DiscoveryDocument> {
    if (this.document !== undefined) return this.document;
    const address = `${this.config.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const document: unknown = await response.json();
    if (!response.ok || !isDocument(document))
      throw new Error('The identity provider gave no discovery document.');
    this.document = document;
    return document;
  }
}
