import type { Kind } from '#contracts';

const BY_KIND: Partial<Record<Kind, string[]>> = {
  CRISIS: [
    'Je bericht is meteen doorgegeven aan een medewerker van wacht. Gaf je een telefoonnummer? Dan bellen we je zo snel mogelijk.',
    'Hoor je niets en is er gevaar? Bel 112.',
  ],
  GEVAARSITUATIE: ['Een medewerker bekijkt je melding vandaag of ten laatste binnen 24 uur.'],
  KLACHT_OPVANG: [
    'Je krijgt binnen 10 kalenderdagen bericht of we je klacht kunnen behandelen, en binnen 45 kalenderdagen een antwoord.',
  ],
  KLACHT_DIENSTVERLENING: [
    'Je krijgt binnen 10 kalenderdagen bericht of we je klacht kunnen behandelen, en binnen 45 kalenderdagen een antwoord.',
  ],
};

const EVERY_KIND = [
  'We schatten nu in hoe dringend je bericht is. Wijst iets op gevaar, dan bekijkt een medewerker het meteen.',
];

/** What happens next, as far as the kind already tells it (domain.md appendix A); the urgency itself stays inside. */
export const nextSteps = (kind: Kind): string[] => BY_KIND[kind] ?? EVERY_KIND;

const MISSING_WORDS: Record<string, string> = {
  'contact.name': 'je naam',
  'contact.address': 'je adres',
  description: 'wat er gebeurd is',
};

/** "je naam en je adres", for a klacht that lacks something to be admissible (domain.md 3.5). */
export function missingWords(missing: string[]): string {
  const words = missing.map((field) => MISSING_WORDS[field] ?? 'meer uitleg');
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}
