import { Injectable } from '@nestjs/common';
import { ServiceAnswered } from '#platform';
import { BackendClient } from '../backend/backend-client.js';
import type { Visitor } from '../backend/visitor.js';
import { PortalConfig } from '../portal.config.js';

/** What a melder may see of a melding (contract.md 3 `GET /api/v1/follow-up`). */
export interface FollowUp {
  reference: string;
  kind: string;
  status: string;
  statusLabel: string;
  trace: { step: string; at: string; label: string }[];
  messages: { at?: string; sentAt?: string; text: string; from?: string }[];
}

/** A code that opens nothing, or no longer. */
export class CodeRefused extends Error {
  override readonly name = 'CodeRefused';
}

/** The code was tried too often. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries';

  constructor(readonly waitSeconds: number | undefined) {
    super('Too many tries.');
  }
}

function readRefusal(error: unknown, wrong: number[]): unknown {
  if (!(error instanceof ServiceAnswered)) return error;
  if (wrong.includes(error.status)) return new CodeRefused('The code opens nothing.');
  if (error.status !== 429) return error;
  const seconds = Number(error.headers.get('retry-after') ?? Number.NaN);
  return new TooManyTries(Number.isFinite(seconds) ? seconds : undefined);
}

/** What may stand in an `Authorization` header; a form can bring anything. */
const TOKEN = /^[\w.~+/-]{1,4000}=*$/;

/** Follow-up by code, at intake. */
@Injectable()
export class FollowUpClient {
  constructor(
    private readonly backend: BackendClient,
    private readonly config: PortalConfig,
  ) {}

  /** @throws CodeRefused, TooManyTries */
  async tokenFor(code: string, visitor: Visitor): Promise<string> {
    try {
      const answer = await this.backend.post<{ token: string }>(
        this.config.INTAKE_URL,
        '/api/v1/follow-up/tokens',
        {
          body: { code },
          visitor,
        },
      );
      return answer.token;
    } catch (error) {
      throw readRefusal(error, [400, 404]);
    }
  }

  /** @throws CodeRefused when the token has run out or never was one, TooManyTries */
  async read(token: string, visitor: Visitor): Promise<FollowUp> {
    if (!TOKEN.test(token)) throw new CodeRefused('This is no token.');
    try {
      return await this.backend.get<FollowUp>(this.config.INTAKE_URL, '/api/v1/follow-up', {
        token,
        visitor,
      });
    } catch (error) {
      throw readRefusal(error, [401, 403, 404]);
    }
  }
}
