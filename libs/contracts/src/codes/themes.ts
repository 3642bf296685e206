/** What a message is about; domain.md 2.1 "Proposed theme list". */
export const THEMES = [
  'TOEZICHT_VEILIGHEID',
  'GRENSOVERSCHRIJDEND',
  'BEZETTING_PERSONEEL',
  'GEZONDHEID_HYGIENE',
  'VOEDING',
  'MEDICATIE',
  'INFRASTRUCTUUR_BRAND',
  'PEDAGOGISCH',
  'COMMUNICATIE',
  'REGISTRATIE_ADMIN',
  'PRIJS_CONTRACT',
  'DISCRIMINATIE_WEIGERING',
  'VERGUNNING',
  'ANDERE',
] as const;
export type Theme = (typeof THEMES)[number];

/** Measures of an organiser short of staff; domain.md 2.3 and 3.6.10 (`OTHER` goes with a text). */
export const PERSONEELSTEKORT_MEASURES = [
  'REDUCED_OPENING_HOURS',
  'PARTIAL_CLOSURE',
  'CLOSING_DAYS',
  'NONE',
  'OTHER',
] as const;
export type PersoneelstekortMeasure = (typeof PERSONEELSTEKORT_MEASURES)[number];

/** What Zorginspectie advises; domain.md 3.6.11. */
export const INSPECTIE_ADVICES = ['NONE', 'START', 'CONTINUE'] as const;
export type InspectieAdvice = (typeof INSPECTIE_ADVICES)[number];

/** Where else the melder has told it; domain.md 2.3 `alreadyReportedTo` and 2.4. */
export const REPORTED_TO = [
  'HULPDIENSTEN',
  'POLITIE',
  'LIJN_1712',
  'VERTROUWENSCENTRUM',
  'ARTS',
  'ZORGINSPECTIE',
  'KINDERRECHTENCOMMISSARIAAT',
  'LOKAAL_LOKET',
  'KIND_EN_GEZIN',
  'OPVANG',
  'ANDERE',
] as const;
export type ReportedTo = (typeof REPORTED_TO)[number];
