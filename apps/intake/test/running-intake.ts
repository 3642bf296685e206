import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { catalogue } from '#contracts';
import type { InProcessTransport } from '#messaging';
import { startTestService, type TestService, type TestServiceOverrides } from '#platform/testing';
import { intakeService } from '../src/service.js';
import { locationEvents } from './fixtures.js';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

/** Intake on a real database, with the fixture locations known. */
export class RunningIntake {
  private versions = 0;

  private constructor(
    readonly service: TestService,
    private readonly client: Client,
  ) {}

  /**
   * @param inspectionUrl where the tests look into the database, when intake itself takes a detour
   * @param transport by which others listen, when a test is about them
   */
  static async start(
    env: NonNullable<TestServiceOverrides['env']> = {},
    inspectionUrl?: string,
    transport?: InProcessTransport,
  ): Promise<RunningIntake> {
    const service = await startTestService(intakeService, {
      ...(transport === undefined ? {} : { transport }),
      // Patient, for slow machines: the tests about a database that is away are not.
      env: { INTAKE_PUBLIC_RATE_PER_MINUTE: '0', DATABASE_ANSWER_TIMEOUT_MS: '20000', ...env },
    });
    const client = new Client({ connectionString: inspectionUrl ?? service.env['DATABASE_URL'] });
    await client.connect();
    const intake = new RunningIntake(service, client);
    for (const location of await locationEvents())
      await intake.tell('be.opgroeipunt.location.changed.v1', location);
    return intake;
  }

  async stop(): Promise<void> {
    await this.client.end();
    await this.service.stop();
  }

  async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    const { rows } = await this.client.query(sql, parameters);
    return rows as R[];
  }

  async count(table: string): Promise<number> {
    const [row] = await this.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return row?.n ?? 0;
  }

  /** An event of another service, as it comes from the broker. */
  async tell(type: string, data: object, options: { source?: string; id?: string } = {}): Promise<void> {
    const { topic = '' } = catalogue.find(type) ?? {};
    const key = String(
      Object.entries(data).find(([name]) => /^(meldingId|locationId|subjectId)$/.test(name))?.[1],
    );
    const headers = {
      ce_specversion: '1.0',
      ce_id: options.id ?? randomUUID(),
      ce_source: `/services/${options.source ?? 'dossier-sync'}`,
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_subject: key,
      ce_sequence: String((this.versions += 1)),
      'content-type': 'application/json',
    };
    const [told] = await this.service.transport.publish(
      [{ topic, key, value: Buffer.from(JSON.stringify(data)), headers }],
      'BULK',
    );
    if (told?.status === 'rejected') throw told.reason;
  }

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.service.url}${path}`, { method, redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : {}) as T,
      text,
    };
  }

  post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send('POST', path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  postForm(pairs: [string, string][], headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', '/api/v1/meldingen', { headers, body: new URLSearchParams(pairs) });
  }

  get<T = Record<string, unknown>>(path: string, token?: string): Promise<Answer<T>> {
    return this.send('GET', path, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  }
}

export interface Accepted {
  id: string;
  reference: string;
  followUpCode: string;
  receivedAt: string;
  receipt: string;
  admissibility: { complete: boolean; missing: string[] };
}

/** A melding that is accepted as it stands; change what the test is about. */
export const melding = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'MELDING',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  contact: { name: 'Voorbeeld Ouder', email: 'ouder@voorbeeld.example' },
  location: { id: 'L02' },
  factDate: '2024-04-22',
  description: 'Het hek rond de buitenspeelplaats staat al een paar weken los.',
  answers: { immediateDanger: 'no' },
  ...change,
});
