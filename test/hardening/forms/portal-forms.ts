import { PUBLIC_ADDRESSES } from '../../browser/public-addresses.js';
import type { Accepted } from '../../journeys/melder.steps.js';
import type { PortalVisitor } from './portal-visitor.js';
import { formsIn, formsOn, type ServedForm } from './served-form.js';

const SIGNAL = new URLSearchParams({
  'location.description': 'Een opvang in de buurt van het station',
  'answers.immediateDanger': 'no',
  description: 'De poort naar de straat stond deze week twee keer open.',
  submitterType: 'BURGER',
  identityMode: 'ANONYMOUS',
  nagevraagd: 'ja',
}).toString();

/** Every form on the pages for everybody, those behind a sent form and a follow-up code included. */
export async function publicForms(visitor: PortalVisitor, melding: Accepted): Promise<ServedForm[]> {
  const found: ServedForm[] = [];
  for (const [name, address] of PUBLIC_ADDRESSES) {
    if (name !== 'bestaat-niet') found.push(...(await formsOn(visitor, address)));
  }
  const confirmation = await visitor.at('/melden/signaal', SIGNAL);
  const followUp = await visitor.at(
    '/opvolgen',
    new URLSearchParams({ code: melding.followUpCode }).toString(),
    // Who guesses codes is slowed down, and other tests of this tier do.
    { 'x-forwarded-for': '198.51.100.23' },
  );
  return [...found, ...formsIn('/bevestiging', confirmation.text), ...formsIn('/opvolgen', followUp.text)];
}

/** Every form that somebody who signed in sees: around each page, on the worklist and on a case. */
export async function staffForms(visitor: PortalVisitor, caseId: string): Promise<ServedForm[]> {
  return [...(await formsOn(visitor, '/werklijst')), ...(await formsOn(visitor, `/zaken/${caseId}`))];
}
