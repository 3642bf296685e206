const LANGUAGES = ['nl', 'fr', 'en'] as const;

/** What answers to people are worded in: Dutch always, French and English for who asks (architecture.md 8). */
export type Language = (typeof LANGUAGES)[number];

/** A sentence in each language, so that a text that lacks one is no program. */
export type LocalText = Record<Language, string>;

/** RFC 9110, 12.4.2: from 0 (not wanted) to 1, which it is when left out. */
const WEIGHT = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/;

interface Wanted {
  /** Without region: `fr` for `fr-BE`. `*` is any language that was not named. */
  tag: string;
  weight: number;
}

function wantedIn(part: string): Wanted {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { tag: range.split('-')[0] ?? '', weight: WEIGHT.test(given) ? Number(given) : 0 };
}

/**
 * The language that a client likes best of those that we have (`Accept-Language`, RFC 9110, 12.5.4): the one with the
 * highest weight, of equal ones the first named. A region changes nothing: `fr-BE` and `fr-FR` are French.
 * Dutch for who asks for nothing, for anything (`*`) or for languages that we do not have.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map(wantedIn);
  const named = wanted.map(({ tag }) => tag);
  const weighed = wanted
    .flatMap(({ tag, weight }) =>
      LANGUAGES.filter((language) => language === tag || (tag === '*' && !named.includes(language))).map(
        (language) => ({ language, weight }),
      ),
    )
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return weighed[0]?.language ?? 'nl';
}
