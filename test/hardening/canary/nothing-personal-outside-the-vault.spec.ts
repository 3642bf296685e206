import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseWhen, dossierNumberOf, mailMentioning, type Mail } from '../../journeys/staff.steps.js';
import { report, type Accepted } from '../../journeys/melder.steps.js';
import { dataFolder } from '../../system/data-folder.js';
import { addresses, observedFolder, token } from '../../system/system-under-test.js';
import { ask, askJson, type Answer } from '../asking/ask.js';
import { query } from '../database/query.js';
import { settledRowCounts } from '../database/row-counts.js';
import { PortalVisitor } from '../forms/portal-visitor.js';
import { Canary } from './canary.js';
import { filesWith, tablesWith } from './canary-search.js';
import { everySpanCollected } from './collected-spans.js';
import { publicMeldingen, staffMeldingen } from './planted-meldingen.js';
import { plantedOperations } from './planted-operations.js';
import { plantedPages } from './planted-pages.js';
import { plantedQuestions, refusedMeldingen } from './planted-questions.js';

const canary = new Canary();
const refusals: Answer[] = [];
const accepted: Accepted[] = [];

beforeAll(async () => {
  const authorization = `Bearer ${await token('tc.centraal')}`;
  for (const melding of publicMeldingen(canary)) accepted.push(await report(melding));
  for (const melding of staffMeldingen(canary)) {
    const { status, text } = await askJson(
      {
        base: addresses().intake,
        method: 'POST',
        path: '/api/v1/staff/meldingen',
        headers: { authorization },
      },
      melding,
    );
    expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
    accepted.push(JSON.parse(text) as Accepted);
  }
  refusals.push(...(await Promise.all(refusedMeldingen(canary))));
  const [melding] = accepted;
  if (melding === undefined) throw new Error('Nothing was accepted');
  const answers = [
    ...(await Promise.all(plantedQuestions(canary, authorization, melding.id))),
    ...(await plantedOperations(canary)),
  ];
  refusals.push(...answers.filter(({ status }) => status >= 400));
  const caseId = await actOn(melding, authorization);
  const stranger = new PortalVisitor();
  const employee = await PortalVisitor.signedIn('tc.centraal');
  const pages = await plantedPages(canary, { stranger, employee }, { melding, caseId });
  // A form that is shown again holds what its sender typed; anything else that refuses is nobody's page.
  refusals.push(...pages.filter(({ status, text }) => status >= 400 && !text.includes('<form')));
  await Promise.all(accepted.map(({ id }) => dossierNumberOf('tc.centraal', id)));
  await Promise.all(accepted.map(({ reference }) => mailMentioning(canary.email, reference)));
  await settledRowCounts();
  await everySpanCollected();
  await query('postgres', 'CHECKPOINT');
}, 240_000);

/** A reason is written by staff about people. */
async function actOn({ reference }: Accepted, authorization: string): Promise<string> {
  const { id } = await caseWhen('tc.centraal', reference, () => true);
  const { status } = await askJson(
    {
      base: addresses().triage,
      method: 'POST',
      path: `/api/v1/cases/${id}/actions`,
      headers: { authorization },
    },
    { action: 'assign', assignee: 'kb.mc.een', reason: canary.sentence('waarom') },
  );
  expect(status).toBe(200);
  return id;
}

describe('what somebody told us', () => {
  it('stands in no error answer', () => {
    expect(refusals.length).toBeGreaterThan(400);
    const telling = refusals.filter(({ text, headers }) => canary.isIn(text + JSON.stringify(headers)));
    expect(telling.map(({ status, text }) => `${status} ${text}`)).toEqual([]);
  });

  it('stands in no metric', async () => {
    const { portal, intake, triage, dossierSync, notification, edison } = addresses();
    for (const base of [portal, intake, triage, dossierSync, notification, edison]) {
      const { text } = await ask({ base, method: 'GET', path: '/metrics' });
      expect(text).toContain('opgroeipunt_http');
      expect(canary.isIn(text)).toBe(false);
    }
  });

  it('stands in no table, event, audit entry or piece of work', async () => {
    expect(await tablesWith(canary)).toEqual([]);
  });

  it('stands in clear in no file of the data folder', () => {
    expect(filesWith(canary, dataFolder())).toEqual([]);
  });

  it('stands in no log line at the finest level, and in nothing that is printed', () => {
    const log = readFileSync(join(dataFolder(), 'logs', 'opgroeipunt.log'), 'utf8');
    expect(log).toContain('"level":"debug"');
    expect(log).toContain('/api/v1/worklist');
    expect(filesWith(canary, join(dataFolder(), 'logs'))).toEqual([]);
    expect(filesWith(canary, observedFolder())).toEqual([]);
  });

  it('stands in no trace', () => {
    const spans = readFileSync(join(observedFolder(), 'spans.jsonl'), 'utf8');
    for (const name of ['intake', 'triage', 'dossier-sync', 'notification', 'edison', 'portal'])
      expect(spans).toContain(`"stringValue":"${name}"`);
    expect(canary.isIn(spans)).toBe(false);
  });

  it('stands in mails to its owner alone', async () => {
    const { text } = await ask({ base: addresses().mail, method: 'GET', path: '/api/messages' });
    const telling = (JSON.parse(text) as Mail[]).filter((mail) => canary.isIn(JSON.stringify(mail)));
    expect([...new Set(telling.map(({ to }) => to))]).toEqual([canary.email]);
  });
});
