import { DateTime } from 'luxon';
import { KLACHT_KINDS } from '#contracts';
import type { Confirmation } from './confirmations.service.js';
import { InMortalDanger, Page } from './page.component.js';

const MISSING_LABELS: Record<string, string> = {
  'contact.name': 'je naam',
  'contact.address': 'je volledige adres',
};

const missingWords = (missing: string[]): string =>
  missing.map((field) => MISSING_LABELS[field] ?? field).join(' en ');

function AboutKlacht({ admissibility }: Pick<Confirmation, 'admissibility'>) {
  return (
    <>
      <p>
        Je krijgt binnen 10 kalenderdagen bericht of we je klacht kunnen behandelen, en binnen 45
        kalenderdagen een antwoord.
      </p>
      {admissibility.complete ? null : (
        <p>
          Om je bericht als klacht te behandelen, hebben we nog nodig: {missingWords(admissibility.missing)}.
          Ook zonder bekijken we wat je ons schreef.
        </p>
      )}
    </>
  );
}

/** Words of domain.md appendix A, "Everyone" and "KLACHT". */
export function ConfirmationPage({ confirmation }: { confirmation: Confirmation }) {
  const { reference, followUpCode, receivedAt, kind, admissibility } = confirmation;
  const at = DateTime.fromISO(receivedAt, { zone: 'Europe/Brussels', locale: 'nl' });
  return (
    <Page title="We hebben je bericht ontvangen">
      <h1>Bedankt. We hebben je bericht goed ontvangen.</h1>
      <p>
        Ontvangen op {at.toFormat('d MMMM yyyy')} om {at.toFormat('HH:mm')} uur.
      </p>
      <div class="numbers">
        <p>
          Je referentie <strong>{reference}</strong>
        </p>
        <p>
          Je opvolgcode <strong>{followUpCode}</strong>
        </p>
      </div>
      <p>
        Bewaar je opvolgcode nu: schrijf ze op of druk deze bladzijde af. We tonen ze maar één keer. Met die
        code kan je later zien wat er met je bericht gebeurt.
      </p>
      {KLACHT_KINDS.includes(kind) ? <AboutKlacht admissibility={admissibility} /> : null}
      <InMortalDanger />
    </Page>
  );
}

/** The page was opened before, or too late. */
export const ShownBeforePage = () => (
  <Page title="Je code is al getoond">
    <h1>Je opvolgcode is al getoond</h1>
    <p>
      Deze bladzijde toont je opvolgcode maar één keer, en hoogstens een kwartier na je bericht. Je bericht is
      goed ontvangen en wordt behandeld. Stuur het niet opnieuw.
    </p>
    <InMortalDanger />
  </Page>
);
