import type { Accepted } from '../../journeys/melder.steps.js';
import type { Answer } from '../asking/ask.js';
import { someAtOnce } from '../asking/some-at-once.js';
import { pageRoutes } from '../authorisation/page-routes.js';
import { publicForms, staffForms } from '../forms/portal-forms.js';
import type { PortalVisitor } from '../forms/portal-visitor.js';
import type { ServedForm } from '../forms/served-form.js';
import type { Canary } from './canary.js';

/** Every page with a canary in its address and in a cookie, and every form with one in each field. */
export async function plantedPages(
  canary: Canary,
  visitors: { stranger: PortalVisitor; employee: PortalVisitor },
  about: { melding: Accepted; caseId: string },
): Promise<Answer[]> {
  const words = encodeURIComponent(canary.sentence('een pagina'));
  const pages = (await pageRoutes([])).filter(({ app, method }) => app === 'portal' && method === 'GET');
  const addresses = pages.flatMap(({ path }) => [
    `${path.replaceAll(/\{\w+\}/g, words)}?q=${words}&terug=/${words}&assignee=${canary.mark}&cursor=${canary.mark}`,
    `${path.replaceAll(/\{\w+\}/g, about.caseId)}?${canary.mark}=1&code=${canary.digits}&state=${canary.mark}`,
  ]);
  const open = await publicForms(visitors.stranger, about.melding);
  const forStaff = await staffForms(visitors.employee, about.caseId);
  const asked = await someAtOnce(addresses, (address) =>
    visitors.employee.at(address, undefined, { referer: `https://elsewhere.example/${canary.mark}` }),
  );
  const sent = await someAtOnce(
    [
      ...open.map((form) => ({ visitor: visitors.stranger, form })),
      ...forStaff
        .filter(({ action }) => action !== '/logout')
        .map((form) => ({ visitor: visitors.employee, form })),
    ].flatMap(({ visitor, form }) => bodiesWith(form, canary).map((body) => ({ visitor, form, body }))),
    ({ visitor, form: { method, action }, body }) =>
      method === 'POST'
        ? visitor.at(action, body, { 'user-agent': canary.mark })
        : visitor.at(`${action}?${body}`),
  );
  return [...asked, ...sent];
}

/** In every field that takes words; in every field; and as a body that cannot be read. */
function bodiesWith({ fields }: ServedForm, canary: Canary): string[] {
  const free = (values: readonly string[]): boolean => values.every((value) => value === '');
  const words = (name: string): string => canary.sentence(name);
  const inFree = fields.map(({ name, values }) => [name, free(values) ? words(name) : (values.at(-1) ?? '')]);
  const inAll = fields.map(({ name }) => [name, name === 'csrf' ? '' : words(name)]);
  return [
    new URLSearchParams(inFree).toString(),
    new URLSearchParams(inAll).toString(),
    `${new URLSearchParams([...inAll, [canary.mark, canary.digits]]).toString()}&%zz`,
  ];
}
