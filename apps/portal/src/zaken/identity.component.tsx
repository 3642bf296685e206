import type { VNode } from 'preact';
import { labelNl } from '#contracts';
import type { Contact, MeldingContent } from './case-answers.js';
import { Facts } from './facts.component.js';

const WITHHELD = {
  ANONYMOUS: 'De melder is anoniem. Er zijn geen contactgegevens.',
  CONFIDENTIAL: 'De melder vroeg om vertrouwelijkheid. Jouw rol ziet de naam niet.',
  NOT_NEEDED: 'Voor jouw rol zijn de naam en gegevens van de melder niet nodig. Je ziet ze niet.',
} as const;

function addressWords({ address }: Contact): string | undefined {
  if (address === undefined) return undefined;
  const { street = '', houseNumber = '', box, postalCode = '', municipality = '' } = address;
  const house = `${street} ${houseNumber}${box === undefined ? '' : ` bus ${box}`}`.trim();
  return [house, `${postalCode} ${municipality}`.trim()].filter(Boolean).join(', ');
}

const Details = ({ content }: { content: MeldingContent }): VNode => {
  const contact = content.contact ?? {};
  return (
    <Facts
      facts={[
        { term: 'Naam', value: contact.name },
        { term: 'E-mail', value: contact.email },
        { term: 'Telefoon', value: contact.phone },
        { term: 'Adres', value: addressWords(contact) },
        {
          term: 'Liefst bereikt',
          value:
            content.preferredChannel === null
              ? undefined
              : labelNl('preferredChannel', content.preferredChannel),
        },
        { term: 'Veilig moment', value: content.safeTimes ?? undefined },
        { term: 'Naam delen met de opvang', value: content.consentToShareIdentity ? 'Ja, dat mag' : 'Nee' },
      ]}
    />
  );
};

/** Who reported, as far as this person may know (domain.md 9.2). */
export const Identity = ({ content }: { content: MeldingContent }): VNode => (
  <section class="op-panel" aria-labelledby="melder">
    <h2 id="melder">Melder</h2>
    <p>
      {labelNl('submitterType', content.submitterType)}
      {content.identityMode === 'CONFIDENTIAL' ? <strong> – vertrouwelijk</strong> : null}
    </p>
    {content.identityWithheld === null ? (
      <Details content={content} />
    ) : (
      <p>{WITHHELD[content.identityWithheld]}</p>
    )}
  </section>
);
