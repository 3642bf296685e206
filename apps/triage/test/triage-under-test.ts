import {
  catalogue,
  CRISIS_SUSPECTED,
  LOCATION_CHANGED,
  MELDING_RECEIVED,
  type CodedMelding,
  type LocationChangedV1,
} from '#contracts';
import { uuidv7, type Role } from '#platform';
import { eventually, startTestService, testIdentity, type TestService } from '#platform/testing';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { CaseDto } from '../src/cases/case.dto.js';
import { triageService } from '../src/service.js';
import type { WorklistPageDto } from '../src/worklist/worklist-item.dto.js';
import { startTextServer, type TextServer } from './intake-stand-in.js';
import { locationChanged } from './coded-meldingen.js';

const CALM_TEXT = 'De opvang stuurt het weekmenu niet meer door aan de ouders.';
const STAFF_FILE = fileURLToPath(new URL('../../../deploy/fixtures/staff.json', import.meta.url));

export interface Message {
  type: string;
  data: Record<string, unknown>;
}

/** The service on a real database, fed by real events, with texts from a real HTTP server. */
export class TriageUnderTest {
  private readonly tokens = new Map<string, string>();
  private locations = 0;

  private constructor(
    public service: TestService,
    readonly texts: TextServer,
    private readonly database: Client,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<TriageUnderTest> {
    const texts = await startTextServer();
    // Given, so that tokens stay good when the service is started again.
    const identity = await testIdentity();
    const service = await startTestService(triageService, {
      identity,
      env: { INTAKE_URL: texts.url, STAFF_FILE, ...env },
    });
    const database = new Client({ connectionString: service.env['DATABASE_URL'] });
    await database.connect();
    return new TriageUnderTest(service, texts, database);
  }

  /** Ends the service and starts it on the same data. */
  async restart(): Promise<void> {
    await this.service.stop();
    const { env, identity } = this.service;
    this.service = await startTestService(triageService, { env, identity });
  }

  async stop(): Promise<void> {
    await this.database.end();
    await this.service.stop();
    await this.service.identity.close();
    await this.texts.close();
  }

  /** Hands over an event as intake or dossier-sync would, and waits until it was handled. */
  async tell(type: string, key: string, data: object): Promise<void> {
    await this.tellAll(type, [[key, data]]);
  }

  /** As `tell`, for several that arrive at the same moment. */
  async tellAll(type: string, events: [key: string, data: object][]): Promise<void> {
    const definition = catalogue.find(type);
    if (!definition) throw new Error(`No event type ${type}`);
    const records = events.map(([key, data]) => ({
      topic: definition.topic,
      key,
      value: Buffer.from(JSON.stringify(data)),
      headers: {
        ce_specversion: '1.0',
        ce_id: uuidv7(),
        ce_source: '/services/test',
        ce_type: type,
        ce_time: new Date().toISOString(),
        ce_subject: key,
        ce_sequence: '1',
        'content-type': 'application/json',
      },
    }));
    const results = await this.service.transport.publish(records, definition.urgent ? 'URGENT' : 'BULK');
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** A location of its own for one test, so that tests are no history for each other. */
  async newLocation(more: Partial<LocationChangedV1> = {}): Promise<string> {
    this.locations += 1;
    const location = locationChanged(`L9${this.locations}`, more);
    await this.know(location);
    return location.locationId;
  }

  async know(...locations: LocationChangedV1[]): Promise<void> {
    for (const location of locations) {
      await this.tell(LOCATION_CHANGED, location.locationId, location);
    }
  }

  /** A melding as it comes in, with what the melder wrote. */
  async receive(melding: CodedMelding, text: string = CALM_TEXT): Promise<CodedMelding> {
    this.texts.texts.set(melding.meldingId, text);
    await this.tell(MELDING_RECEIVED, melding.meldingId, melding);
    return melding;
  }

  /** Meldingen that come in at the same moment. */
  async receiveAll(meldingen: CodedMelding[]): Promise<void> {
    for (const { meldingId } of meldingen) this.texts.texts.set(meldingId, CALM_TEXT);
    await this.tellAll(
      MELDING_RECEIVED,
      meldingen.map((melding) => [melding.meldingId, melding]),
    );
  }

  async suspectCrisis(melding: CodedMelding): Promise<void> {
    await this.tell(CRISIS_SUSPECTED, melding.meldingId, melding);
  }

  /** What triage told the others about a melding, in order. */
  async told(meldingId: string): Promise<Message[]> {
    const { rows } = await this.database.query<Message>(
      'SELECT type, data FROM messaging_outbox WHERE key = $1 ORDER BY version',
      [meldingId],
    );
    return rows.map(({ type, data }) => ({ type: type.replace('be.opgroeipunt.', ''), data }));
  }

  async toldTypes(meldingId: string): Promise<string[]> {
    return (await this.told(meldingId)).map(({ type }) => type);
  }

  async rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.database.query<T>(sql, values)).rows;
  }

  /** Starts things while a case is held back, and lets them go on when all of them wait for it. */
  async atOnce<T>(caseId: string, ...starts: (() => Promise<T>)[]): Promise<T[]> {
    await this.database.query('BEGIN');
    await this.database.query('SELECT 1 FROM triage_case WHERE id = $1 FOR UPDATE', [caseId]);
    const running = starts.map((start) => start());
    await eventually(async () => {
      // Within one transaction PostgreSQL otherwise shows the same picture again.
      await this.database.query('SELECT pg_stat_clear_snapshot()');
      const waiting = await this.rows(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting.length < starts.length) throw new Error(`${waiting.length} of ${starts.length} wait`);
    });
    await this.database.query('COMMIT');
    return Promise.all(running);
  }

  async request(path: string, as: string, init: RequestInit = {}): Promise<Response> {
    const token = this.tokens.get(as);
    if (token === undefined) throw new Error(`Nobody logged in as ${as}`);
    return fetch(`${this.service.url}/api/v1/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    });
  }

  async login(username: string, roles: Role[], team: string): Promise<void> {
    this.tokens.set(username, await this.service.identity.staffToken(username, roles, team));
  }

  async case(id: string, as = 'wacht.een'): Promise<CaseDto> {
    const response = await this.request(`cases/${id}`, as);
    if (response.status !== 200) throw new Error(`cases/${id} answered ${response.status}`);
    return (await response.json()) as CaseDto;
  }

  async worklist(query: string, as = 'wacht.een'): Promise<WorklistPageDto> {
    const response = await this.request(`worklist?${query}`, as);
    if (response.status !== 200) throw new Error(`worklist answered ${response.status}`);
    return (await response.json()) as WorklistPageDto;
  }

  async act(id: string, as: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.request(`cases/${id}/actions`, as, { method: 'POST', body: JSON.stringify(body), headers });
  }
}

/** The staff of the fixtures that the tests log in as. */
export async function loginEverybody(triage: TriageUnderTest): Promise<void> {
  await triage.login('kb.mc.een', ['KB_MC'], 'CENTRAAL');
  await triage.login('kb.mc.twee', ['KB_MC'], 'CENTRAAL');
  await triage.login('kb.mc.drie', ['KB_MC'], 'REGIO_3');
  await triage.login('kb.ko.west1', ['KB_KO'], 'REGIO_1');
  await triage.login('kb.ko.oost1', ['KB_KO'], 'REGIO_2');
  await triage.login('tc.centraal', ['TEAMCOORDINATOR'], 'CENTRAAL');
  await triage.login('tc.regio4', ['TEAMCOORDINATOR'], 'REGIO_4');
  await triage.login('jurist.een', ['JURIST'], 'CENTRAAL');
  await triage.login('klachten.een', ['KLACHTENBEHANDELAAR'], 'CENTRAAL');
  await triage.login('wacht.een', ['KB_MC', 'CRISISWACHT'], 'CENTRAAL');
  await triage.login('beheer.een', ['BEHEERDER'], 'CENTRAAL');
  await triage.login('audit.een', ['AUDITOR'], 'CENTRAAL');
}
