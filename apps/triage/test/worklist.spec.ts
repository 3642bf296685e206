import { eventually } from '#platform/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_STATUSES, CLOSED_STATUSES, LEVELS } from '#contracts';
import { codedMelding, DANGER_NOW, VIOLENCE } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

let triage: TriageUnderTest;
/** Cases by a name that says what they are. */
const cases: Record<string, { id: string; meldingId: string; reference: string }> = {};

const MINUTE_MS = 60_000;
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString();

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await loginEverybody(triage);
  const west = await triage.newLocation({
    province: 'West-Vlaanderen',
    name: 'De Éénhoorn',
    municipality: 'Denkbeeldem',
  });
  const limburg = await triage.newLocation({ province: 'Limburg', spoc: 'kb.ko.west1' });
  const organiser = { submitterType: 'ORGANISATOR' as const, kind: 'PERSONEELSTEKORT' as const };
  const meldingen = {
    westHigh: codedMelding(west, { answers: VIOLENCE, receivedAt: minutesAgo(5) }),
    westHighLater: codedMelding(west, { answers: { injury: 'medical_care' }, receivedAt: minutesAgo(1) }),
    limburgNormal: codedMelding(limburg, { kind: 'KLACHT_OPVANG', receivedAt: minutesAgo(9) }),
    limburgSpoc: codedMelding(limburg, { ...organiser, personeelstekort: null, receivedAt: minutesAgo(8) }),
    crisis: codedMelding(await triage.newLocation({ province: 'Antwerpen' }), { answers: DANGER_NOW }),
    complaint: codedMelding(null, { kind: 'KLACHT_DIENSTVERLENING' }),
    question: codedMelding(null, { kind: 'VRAAG' }),
  };
  for (const [name, melding] of Object.entries(meldingen)) {
    await triage.receive(melding);
    const { id, meldingId, reference } = await eventually(async () => {
      const seen = await triage.case(melding.meldingId);
      expect(seen.textAssessed).toBe(true);
      return seen;
    });
    cases[name] = { id, meldingId, reference };
  }
});

afterAll(async () => {
  await triage.stop();
});

const namesOf = (items: { id: string }[]): string[] =>
  items.map(({ id }) => Object.entries(cases).find(([, one]) => one.id === id)?.[0] ?? id);
const names = async (query: string, as?: string): Promise<string[]> =>
  namesOf((await triage.worklist(query, as)).items);

describe('the order of work', () => {
  it('is by urgency, then due time', async () => {
    const { items } = await triage.worklist('limit=100');
    const places = items.map(({ level, dueAt }): [number, string] => [LEVELS.indexOf(level), dueAt]);
    expect(places).toEqual(places.toSorted(([a, x], [b, y]) => a - b || x.localeCompare(y)));
    expect(namesOf(items).slice(0, 3)).toEqual(['crisis', 'westHigh', 'westHighLater']);
    expect(items).toHaveLength(7);
  });

  it('is the same page by page', async () => {
    const all = namesOf((await triage.worklist('limit=100')).items);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await triage.worklist(
        `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...namesOf(page.items));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('goes on from a cursor when it is narrowed to a level', async () => {
    const { nextCursor } = await triage.worklist('limit=2');
    expect(await names(`level=CRISIS&cursor=${nextCursor}`)).toEqual([]);
    expect(await names(`level=HIGH&cursor=${nextCursor}`)).toEqual(['westHighLater']);
    const normal = await names('level=NORMAL');
    expect(normal).not.toEqual([]);
    expect(await names(`level=NORMAL&cursor=${nextCursor}`)).toEqual(normal);
  });

  it('refuses a cursor it did not make', async () => {
    expect((await triage.request('worklist?cursor=onzin', 'wacht.een')).status).toBe(400);
    expect((await triage.request('worklist?limit=1000', 'wacht.een')).status).toBe(400);
  });
});

describe('finding work', () => {
  it.each<[string, string[]]>([
    ['queue=CRISISWACHT', ['crisis']],
    ['queue=ALGEMEEN', ['question', 'complaint']],
    ['level=HIGH', ['westHigh', 'westHighLater']],
    ['status=ASSIGNED', []],
    ['q=eenhoorn', ['westHigh', 'westHighLater']],
    ['q=DENKBEELD', ['westHigh', 'westHighLater']],
    ['q=%25', []],
    ['assignee=kb.mc.een', []],
    ['assignee=none&level=CRISIS', ['crisis']],
    ['assignee=none&status=TRIAGED&queue=CRISISWACHT', ['crisis']],
    ['assignee=none&q=eenhoorn', ['westHigh', 'westHighLater']],
    ['assignee=wacht.een&q=eenhoorn', []],
    ['status=TRIAGED&q=eenhoorn&queue=REGIOTEAM', ['westHigh', 'westHighLater']],
    ['q=eenhoorn&queue=ALGEMEEN', []],
    ['queue=&level=CRISIS&q=', ['crisis']],
  ])('by %s', async (query, expected) => {
    expect((await names(query)).toSorted()).toEqual(expected.toSorted());
  });

  it('by reference, however it is typed', async () => {
    const { reference } = cases['limburgNormal']!;
    for (const typed of [
      reference,
      reference.toLowerCase(),
      reference.replaceAll('-', ' '),
      reference.slice(3),
    ]) {
      expect(await names(`q=${encodeURIComponent(typed)}`)).toEqual(['limburgNormal']);
    }
  });

  it('by melding', async () => {
    expect(await names(`meldingId=${cases['crisis']!.meldingId}`)).toEqual(['crisis']);
  });
});

describe('a closed case', () => {
  it.each(CASE_STATUSES)(
    'with status %s is found, and on the list only while there is work',
    async (status) => {
      const { id, meldingId } = cases['limburgNormal']!;
      await triage.rows('UPDATE triage_case SET status = $1 WHERE id = $2', [status, id]);
      try {
        expect((await names('')).includes('limburgNormal')).toBe(!CLOSED_STATUSES.includes(status));
        expect(await names(`meldingId=${meldingId}`)).toEqual(['limburgNormal']);
        expect(await names(`status=${status}&queue=REGIOTEAM`)).toContain('limburgNormal');
      } finally {
        await triage.rows(`UPDATE triage_case SET status = 'TRIAGED' WHERE id = $1`, [id]);
      }
    },
  );
});

describe('who sees what', () => {
  const everything = [
    'complaint',
    'crisis',
    'limburgNormal',
    'limburgSpoc',
    'question',
    'westHigh',
    'westHighLater',
  ];
  const forMc = ['crisis', 'limburgNormal', 'question', 'westHigh', 'westHighLater'];

  it.each<[string, string[]]>([
    ['wacht.een', everything],
    ['kb.mc.een', everything],
    ['tc.centraal', everything],
    ['jurist.een', everything],
    ['audit.een', everything],
    ['kb.mc.drie', forMc],
    ['kb.ko.west1', ['limburgNormal', 'limburgSpoc', 'westHigh', 'westHighLater']],
    ['kb.ko.oost1', []],
    ['tc.regio4', ['limburgNormal', 'limburgSpoc']],
    ['klachten.een', ['complaint']],
  ])('%s', async (as, expected) => {
    expect((await names('limit=100', as)).toSorted()).toEqual(expected);
    for (const [name, { id }] of Object.entries(cases)) {
      const { status } = await triage.request(`cases/${id}`, as);
      expect([name, status]).toEqual([name, expected.includes(name) ? 200 : 404]);
    }
  });

  it('nobody without business with content', async () => {
    expect((await triage.request('worklist', 'beheer.een')).status).toBe(403);
    expect((await triage.request(`cases/${cases['crisis']!.id}`, 'beheer.een')).status).toBe(403);
    expect((await fetch(`${triage.service.url}/api/v1/worklist`)).status).toBe(401);
  });

  it('and every look at a case is logged', async () => {
    const { id } = cases['question']!;
    await triage.case(id, 'audit.een');
    const looks = await triage.rows(
      `SELECT 1 FROM platform_audit_entry WHERE action = 'READ_CASE' AND subject = $1 AND actor_id = 'audit.een'`,
      [id],
    );
    expect(looks.length).toBeGreaterThan(0);
  });

  it.each(['geen-id', '00000000-0000-4000-8000-000000000000'])('answers 404 for %s', async (id) => {
    expect((await triage.request(`cases/${id}`, 'wacht.een')).status).toBe(404);
  });
});
