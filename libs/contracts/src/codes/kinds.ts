/** Kinds of message a person can send; domain.md 2.1. */
export const KINDS = [
  'CRISIS',
  'GEVAARSITUATIE',
  'MELDING',
  'SIGNAAL',
  'KLACHT_OPVANG',
  'KLACHT_DIENSTVERLENING',
  'PERSONEELSTEKORT',
  'FEEDBACK',
  'VRAAG',
  'VRAAG_HANDHAVING',
  'VRAAG_OVERZICHT',
  'INSPECTIE_ADVIES',
] as const;
export type Kind = (typeof KINDS)[number];

/** INSPECTIE_ADVIES comes from Zorginspectie through staff or a system link, never from the public form. */
export const PUBLIC_KINDS: readonly Kind[] = KINDS.filter((kind) => kind !== 'INSPECTIE_ADVIES');

/** Kinds that can tell of danger for a child; domain.md 3.3 "Safety kinds". */
export const SAFETY_KINDS: readonly Kind[] = [
  'CRISIS',
  'GEVAARSITUATIE',
  'MELDING',
  'SIGNAAL',
  'KLACHT_OPVANG',
  'PERSONEELSTEKORT',
];

/** Complaints in the sense of the Bestuursdecreet and, as service norm, about a childcare; domain.md 3.5. */
export const KLACHT_KINDS: readonly Kind[] = ['KLACHT_OPVANG', 'KLACHT_DIENSTVERLENING'];

/** Kinds for which the question "Is er nu een kind in gevaar?" must be answered; contract.md 3. */
export const IMMEDIATE_DANGER_REQUIRED: readonly Kind[] = [
  'CRISIS',
  'GEVAARSITUATIE',
  'MELDING',
  'SIGNAAL',
  'KLACHT_OPVANG',
];
