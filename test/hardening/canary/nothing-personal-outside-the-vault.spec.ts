import { beforeAll, describe, expect, it } from '@jest/globals';
import { caseWhen, dossierNumberOf, mailMentioning, type Mail } from '../../journeys/staff.steps.js';
import { report, type Accepted } from '../../journeys/melder.steps.js';
import { dataFolder } from '../../system/data-folder.js';
import { addresses, token } from '../../system/system-under-test.js';
import { ask, askJson, type Answer } from '../asking/ask.js';
import { query } from '../database/query.js';
import { settledRowCounts } from '../database/row-counts.js';
import { Canary } from './canary.js';
import { filesWith, tablesWith } from './canary-search.js';
import { publicMeldingen, staffMeldingen } from './planted-meldingen.js';
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
  const answers = await Promise.all(plantedQuestions(canary, authorization));
  refusals.push(...answers.filter(({ status }) => status >= 400));
  await actOn(accepted[0], authorization);
  await Promise.all(accepted.map(({ id }) => dossierNumberOf('tc.centraal', id)));
  await Promise.all(accepted.map(({ reference }) => mailMentioning(canary.email, reference)));
  await settledRowCounts();
  await query('postgres', 'CHECKPOINT');
}, 240_000);

/** A reason is written by staff about people. */
async function actOn(melding: Accepted | undefined, authorization: string): Promise<void> {
  const { id } = await caseWhen('tc.centraal', melding?.reference ?? '', () => true);
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
}

describe('what somebody told us', () => {
  it('stands in no error answer', () => {
    expect(refusals.length).toBeGreaterThan(40);
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

  it('stands in mails to its owner alone', async () => {
    const { text } = await ask({ base: addresses().mail, method: 'GET', path: '/api/messages' });
    const telling = (JSON.parse(text) as Mail[]).filter((mail) => canary.isIn(JSON.stringify(mail)));
    expect([...new Set(telling.map(({ to }) => to))]).toEqual([canary.email]);
  });
});
