import { readFileSync } from 'node:fs';
import { pick } from '../plan/random.js';

interface Fixture {
  channel: string;
  melding: Record<string, unknown> & { contact?: { email?: string } };
}

const FILE = new URL('../../../deploy/fixtures/meldingen.json', import.meta.url);
/** Of the fixtures. */
export const LOCATIONS = ['L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L08'];

/** Meldingen as melders send them: the fixtures of the web form, each with an address and a place of its own. */
export function meldingBodies(random: () => number): (index: number) => object {
  const fixtures = (JSON.parse(readFileSync(FILE, 'utf8')) as Fixture[]).filter(
    ({ channel, melding }) => channel === 'WEB' && !('personeelstekort' in melding),
  );
  return (index) => {
    const { melding } = pick(random, fixtures);
    const { contact } = melding;
    return {
      ...melding,
      ...(contact?.email && { contact: { ...contact, email: `melder-${index}@voorbeeld.example` } }),
      // A place in words half of the time: then history does not raise all of them to crisis.
      location:
        random() < 0.5
          ? { id: pick(random, LOCATIONS) }
          : { description: `Opvang aan de Verzonnenstraat ${index}`, municipality: 'Verzinbeke' },
    };
  };
}
