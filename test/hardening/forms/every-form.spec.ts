import { beforeAll, describe, expect, it } from '@jest/globals';
import { report, type Accepted } from '../../journeys/melder.steps.js';
import { aMelding } from '../../journeys/melding.builder.js';
import { caseWhen } from '../../journeys/staff.steps.js';
import type { Answer } from '../asking/ask.js';
import { someAtOnce } from '../asking/some-at-once.js';
import { pageRoutes } from '../authorisation/page-routes.js';
import { tablesChangedBy } from '../database/fingerprints.js';
import { pageFaults } from '../fuzz/page-faults.js';
import { Random } from '../fuzz/random.js';
import { FormMaker, type SentForm } from './form-maker.js';
import { publicForms, staffForms } from './portal-forms.js';
import { PortalVisitor } from './portal-visitor.js';
import type { ServedForm } from './served-form.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** In one run, over all forms of all pages. */
const REQUESTS = Number(process.env['FUZZ_FORMS'] ?? 600);

let melding: Accepted;
let stranger: PortalVisitor;
let employee: PortalVisitor;
let open: ServedForm[];
let forStaff: ServedForm[];
const refused: { visitor: PortalVisitor; sent: SentForm }[] = [];

beforeAll(async () => {
  melding = await report(aMelding({ location: { id: 'L02' } }));
  const { id } = await caseWhen('tc.centraal', melding.reference, () => true);
  stranger = new PortalVisitor();
  employee = await PortalVisitor.signedIn('tc.centraal');
  open = await publicForms(stranger, melding);
  // Signing out ends the session that the other forms need; it has a test of its own.
  forStaff = (await staffForms(employee, id)).filter(({ action }) => action !== '/logout');
}, 120_000);

const send = (visitor: PortalVisitor, { form, body, headers }: SentForm): Promise<Answer> =>
  form.method === 'POST'
    ? visitor.at(form.action, body, headers)
    : visitor.at(`${form.action}?${body.slice(0, 12_000)}`, undefined, headers);

async function drive(visitor: PortalVisitor, forms: ServedForm[]): Promise<string[]> {
  const maker = new FormMaker(new Random(SEED));
  const each = Math.ceil(REQUESTS / (open.length + forStaff.length));
  const filled = forms.flatMap((form) => Array.from({ length: each }, () => maker.make(form)));
  const answers = await someAtOnce(filled, (sent) => send(visitor, sent));
  return answers.flatMap((answer, index) => {
    const sent = filled[index];
    if (sent === undefined) return [];
    if (answer.status >= 400) refused.push({ visitor, sent });
    const { method, action } = sent.form;
    const isFile = action === '/ontvangstbewijs' && answer.status < 300;
    return (isFile ? [] : pageFaults(answer)).map(
      (fault) => `${method} ${action} → ${answer.status}: ${fault}`,
    );
  });
}

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

describe(`hostile answers in every form (FUZZ_SEED=${SEED}, FUZZ_FORMS=${REQUESTS})`, () => {
  it('are tried on each route that takes a form', async () => {
    const routes = (await pageRoutes([])).filter(({ app, method }) => app === 'portal' && method === 'POST');
    const actions = [...open, ...forStaff]
      .filter(({ method }) => method === 'POST')
      .map(({ action }) => action);
    const untried = routes.filter(({ path }) => !actions.some((action) => pattern(path).test(action)));
    expect(untried.map(({ path }) => path)).toEqual(['/logout']);
  });

  it('get a page, for everybody', async () => {
    expect(await drive(stranger, open)).toEqual([]);
  }, 300_000);

  it('get a page, for staff', async () => {
    expect(await drive(employee, forStaff)).toEqual([]);
  }, 300_000);

  it('change no row of any table when they are refused', async () => {
    expect(refused.length).toBeGreaterThan(REQUESTS / 5);
    const changed = await tablesChangedBy(async () => {
      const again = await someAtOnce(refused, ({ visitor, sent }) => send(visitor, sent));
      expect(again.filter(({ status }) => status < 400)).toEqual([]);
    });
    // A refused step on a case shows that case again, and each look is in the audit log.
    expect(changed.filter((table) => !/audit/.test(table))).toEqual([]);
  }, 300_000);

  it('cannot end a session without its own token', async () => {
    const visitor = await PortalVisitor.signedIn('kb.mc.een');
    expect((await visitor.at('/logout', 'csrf=geraden')).status).toBe(403);
    expect((await visitor.at('/werklijst')).status).toBe(200);
  });
});
