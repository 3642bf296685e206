import { Injectable } from '@nestjs/common';
import type { ReadPurpose } from '#contracts';
import { ServiceAnswered } from '#platform';
import { BackendClient } from '../backend/backend-client.js';
import { PortalConfig } from '../portal.config.js';
import type { StaffSession } from '../session/staff-session.js';
import type { ActionRequest, CaseDetail, MeldingContent, TraceEntry } from './case-answers.js';

const PURPOSE: ReadPurpose = 'HANDLING';

/** What triage and intake tell about one case. */
@Injectable()
export class CaseClient {
  constructor(
    private readonly backend: BackendClient,
    private readonly config: PortalConfig,
  ) {}

  theCase(session: StaffSession, id: string): Promise<CaseDetail> {
    return this.backend.get<CaseDetail>(this.config.TRIAGE_URL, `/api/v1/cases/${id}`, {
      token: session.accessToken,
    });
  }

  /** What the melder wrote; undefined when this person's role may not read it. */
  async content(session: StaffSession, meldingId: string): Promise<MeldingContent | undefined> {
    return this.unlessHidden(() =>
      this.backend.get<MeldingContent>(this.config.INTAKE_URL, `/api/v1/meldingen/${meldingId}`, {
        token: session.accessToken,
        headers: { 'x-purpose': PURPOSE },
      }),
    );
  }

  async trace(session: StaffSession, meldingId: string): Promise<TraceEntry[]> {
    const answer = await this.unlessHidden(() =>
      this.backend.get<{ items: TraceEntry[] }>(
        this.config.INTAKE_URL,
        `/api/v1/meldingen/${meldingId}/trace`,
        {
          token: session.accessToken,
        },
      ),
    );
    return answer?.items ?? [];
  }

  /** @throws ServiceAnswered when triage refuses; its problem says why in Dutch */
  async act(
    session: StaffSession,
    id: string,
    { version, sendKey, ...action }: ActionRequest,
  ): Promise<void> {
    await this.backend.post<CaseDetail>(this.config.TRIAGE_URL, `/api/v1/cases/${id}/actions`, {
      token: session.accessToken,
      body: action,
      headers: { 'if-match': `"${version}"`, 'idempotency-key': sendKey },
    });
  }

  private async unlessHidden<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ServiceAnswered && (error.status === 403 || error.status === 404))
        return undefined;
      throw error;
    }
  }
}
