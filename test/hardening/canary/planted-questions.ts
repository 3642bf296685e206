import { addresses } from '../../system/system-under-test.js';
import { ask, askJson, type Answer, type Question } from '../asking/ask.js';
import { API_PARTS } from '../../contract/running/openapi-document.js';
import type { Canary } from './canary.js';
import { plantedMelding } from './planted-meldingen.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Headers that programs like to log. */
const headersWith = ({ mark, email }: Canary): Record<string, string> => ({
  'user-agent': mark,
  referer: `https://elsewhere.example/?${mark}`,
  'x-forwarded-for': mark,
  'x-request-id': mark,
  tracestate: `k=${mark}`,
  baggage: `name=${mark}`,
  cookie: `name=${mark}`,
  'accept-language': mark,
  from: email,
});

/** Meldingen that must be refused, broken in a different way each. */
export function refusedMeldingen(canary: Canary): Promise<Answer>[] {
  const good = plantedMelding('MELDING', canary);
  const send = (body: string, headers: Record<string, string> = {}) =>
    ask({
      base: addresses().intake,
      method: 'POST',
      path: '/api/v1/meldingen',
      headers: { ...JSON_TYPE, ...headers },
      body,
    });
  const wrong: Record<string, unknown>[] = [
    { kind: canary.mark },
    { description: `${canary.mark}${'x'.repeat(8_000)}` },
    { factDate: canary.mark },
    { language: canary.sentence('taal') },
    { answers: { immediateDanger: canary.mark } },
    { themes: [canary.mark] },
    { location: { id: canary.mark } },
    { contact: { email: canary.sentence('adres'), phone: canary.mark } },
    { [canary.sentence('een veld')]: true },
    { nickname: canary.mark },
    { identityMode: 'ANONYMOUS' },
  ];
  return [
    ...wrong.map((said) => send(JSON.stringify({ ...good, ...said }))),
    send(JSON.stringify(good).slice(0, -3)),
    send(JSON.stringify(good), { 'content-type': 'text/plain' }),
    send(JSON.stringify(good), { 'content-encoding': 'gzip' }),
    send(JSON.stringify(good), { 'idempotency-key': `${canary.mark} ${canary.mark}` }),
    send(new URLSearchParams({ kind: canary.mark }).toString(), {
      'content-type': `application/x-www-form-urlencoded; charset=${canary.mark}`,
    }),
  ];
}

/** Questions with a canary in the search term, the address, the code or the headers, to every service. */
export function plantedQuestions(
  canary: Canary,
  authorization: string,
  meldingId: string,
): Promise<Answer>[] {
  const { mark, digits } = canary;
  const all = addresses();
  const get = (base: string, path: string, headers: Question['headers'] = {}) =>
    ask({ base, method: 'GET', path, headers: { authorization, ...headersWith(canary), ...headers } });
  const term = encodeURIComponent(canary.sentence('zoeken'));
  return [
    ...API_PARTS.flatMap((part) => [
      get(all[part], `/${mark}`),
      get(all[part], `/health/ready?q=${mark}`),
      get(all[part], `/api/v1/parked-events?cursor=${mark}`),
      get(all[part], `/api/v1/parked-events?${mark}=1`),
      get(all[part], `/%zz${mark}`),
      get(all[part], '/api/v1/parked-events', { authorization: `Bearer ${mark}` }),
    ]),
    get(all.intake, `/api/v1/locations?q=${term}`),
    get(all.intake, `/api/v1/catalogue?lang=${mark}`),
    get(all.intake, `/api/v1/meldingen/${mark}`),
    get(all.intake, `/bevestiging/${mark}`),
    get(all.intake, `/api/v1/meldingen/${meldingId}`, { 'x-purpose': canary.sentence('waarom ik kijk') }),
    get(all.triage, `/api/v1/worklist?q=${mark}&assignee=${mark}`),
    get(all.triage, `/api/v1/cases/${canary.email}`),
    get(all.dossierSync, `/api/v1/ledger/${mark}`),
    get(all.notification, `/api/v1/messages?subject=${mark}`),
    get(all.edison, `/api/v1/locations?q=${mark}`),
    get(all.edison, `/api/v1/locations/${mark}`),
    get(all.portal, `/${mark}?q=${mark}`),
    get(all.portal, `/melden/${mark}`),
    ...['receipts/verify', 'follow-up/tokens'].map((path) =>
      askJson({ base: all.intake, method: 'POST', path: `/api/v1/${path}` }, { receipt: mark, code: digits }),
    ),
    askJson(
      {
        base: all.triage,
        method: 'POST',
        path: '/api/v1/policy/evaluations',
        headers: { authorization, ...headersWith(canary) },
      },
      { melding: plantedMelding('MELDING', canary) },
    ),
  ];
}
