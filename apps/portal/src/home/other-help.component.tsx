import type { VNode } from 'preact';

interface Place {
  name: string;
  /** Number to call, where one is known. */
  call?: string;
  for: string;
}

/** Where else one can turn to (domain.md 2.4). */
const PLACES: Place[] = [
  { name: 'Noodnummer', call: '112', for: 'Levensgevaar: ambulance en brandweer. Bel 101 voor de politie.' },
  {
    name: 'Hulplijn 1712',
    call: '1712',
    for: 'Vragen over geweld, misbruik of kindermishandeling. Gratis en anoniem. Geen noodnummer.',
  },
  { name: 'Vertrouwenscentrum Kindermishandeling', for: 'Je bent ongerust over een kind of een gezin.' },
  {
    name: 'Klachtenlijn Kinderrechtencommissariaat',
    call: '0800 20 808',
    for: 'De rechten van een kind zijn geschonden en andere stappen hielpen niet.',
  },
  { name: 'Kind en Gezin-Lijn', for: 'Een luisterend oor en vragen over je kind.' },
  { name: 'Lokaal Loket Kinderopvang', for: 'Je zoekt een andere opvangplaats.' },
  { name: 'Consumentenombudsdienst', for: 'Een probleem met je contract, waarborg of factuur.' },
  { name: 'Vlaamse Ombudsdienst', for: 'Je klacht over een Vlaamse dienst werd niet goed behandeld.' },
  { name: 'Vlaamse infolijn', call: '1700', for: 'Algemene vragen aan de Vlaamse overheid.' },
];

export const OtherHelp = (): VNode => (
  <dl class="op-facts">
    {PLACES.map((place) => (
      <>
        <dt key={place.name}>{place.name}</dt>
        <dd>
          {place.call === undefined ? null : (
            <>
              <a href={`tel:${place.call.replaceAll(' ', '')}`}>Bel {place.call}</a>.{' '}
            </>
          )}
          {place.for}
        </dd>
      </>
    ))}
  </dl>
);
