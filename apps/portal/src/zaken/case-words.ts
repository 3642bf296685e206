import { labelNl, LABELS_NL, FIELD_TEXTS_NL, FIELDS, type LabelledCode } from '#contracts';

/** What a flag asks of the handler (domain.md 3.2.5, 3.2.8, 3.4). */
const FLAGS: Record<string, string> = {
  'F-CONTRADICTION': 'De tekst wijst op gevaar, de antwoorden niet. Bel de melder terug als dat kan.',
  'F-TRIAGE_FAILED': 'De tekst is nog niet automatisch beoordeeld. Lees ze zelf en schat de urgentie in.',
  'F-LANGUAGE': 'De melding is in een andere taal. Lees ze eerst zelf of vraag een vertaling.',
};

const CLOCKS: Record<string, string> = {
  CRISIS: 'Crisis',
  HIGH_24H: 'Dringend: beslissing binnen 24 uur',
  NORMAL: 'Normale termijn',
  LOW: 'Gewone termijn',
  ACK_10D: 'Klacht: bericht binnen 10 dagen',
  ANSWER_45D: 'Klacht: antwoord binnen 45 dagen',
};

const CLOCK_STEPS: Record<string, string> = {
  PICK_UP: 'Oppakken',
  FIRST_DECISION: 'Eerste beslissing',
  TERUGKOPPELING: 'Terugkoppeling aan de melder',
  ACKNOWLEDGEMENT: 'Bericht over de ontvankelijkheid',
  ANSWER: 'Antwoord',
};

const TRACE: Record<string, string> = {
  RECEIVED: 'Melding ontvangen',
  ACKNOWLEDGED: 'Ontvangstbevestiging verstuurd',
  TRIAGED: 'Urgentie ingeschat',
  ASSIGNED: 'Toegewezen aan een behandelaar',
  REGISTERED_IN_DOSSIER: 'In het dossier gezet',
  DELAYED: 'De overdracht loopt vertraging op',
  IN_ASSESSMENT: 'Onderzoek gestart',
  INFO_REQUESTED: 'Extra informatie gevraagd',
  DECIDED: 'Beslist',
  CLOSED: 'Afgesloten',
  WITHDRAWN: 'Ingetrokken door de melder',
  REGISTRATION_REFUSED: 'Door het dossier geweigerd: een medewerker kijkt het na',
  REGISTRATION_LOST: 'Niet meer in het dossier gevonden: wordt er opnieuw in gezet',
  DUTY_ALERTED: 'Wacht verwittigd',
  HANDLER_NOTIFIED: 'Behandelaar verwittigd',
};

const SERVICES: Record<string, string> = {
  intake: 'Intake',
  triage: 'Triage',
  'dossier-sync': 'Dossierkoppeling',
  notification: 'Berichten',
  edison: 'Dossier',
};

export const flagWords = (flag: string): string => FLAGS[flag] ?? flag;
export const clockWords = (code: string): string => CLOCKS[code] ?? code;
export const clockStepWords = (step: string): string => CLOCK_STEPS[step] ?? step;
export const traceWords = (step: string): string => TRACE[step] ?? step;
export const serviceWords = (service: string): string => SERVICES[service] ?? service;

const isLabelled = (key: string): key is LabelledCode => key in LABELS_NL;

/** Names of code lists that differ from the name of the fact. */
const LISTS: Record<string, LabelledCode> = { measures: 'measure', advice: 'inspectieAdvice' };
const listOf = (key: string): LabelledCode | undefined => LISTS[key] ?? (isLabelled(key) ? key : undefined);

/** Facts that are no question of the form. */
const OTHER_FACTS: Record<string, string> = {
  kind: 'Soort bericht:',
  measures: FIELD_TEXTS_NL['personeelstekort.measures'].label,
  advice: 'Advies van Zorginspectie:',
};

/** The question behind an answer, in the words the melder read. */
export function questionWords(key: string): string {
  const other = OTHER_FACTS[key];
  if (other !== undefined) return other;
  const field = FIELDS.find((one) => one === `answers.${key}` || one === key);
  return field === undefined ? key : FIELD_TEXTS_NL[field].label;
}

/** Answers in the order of the form, whatever order they are stored in. */
export function inFormOrder(answers: Record<string, string | string[]>): [string, string | string[]][] {
  const place = (key: string): number => FIELDS.findIndex((field) => field === `answers.${key}`);
  return Object.entries(answers).sort(([a], [b]) => place(a) - place(b));
}

/** An answer in words. */
export function answerWords(key: string, value: string | string[]): string {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0) return 'Niets aangeduid';
  const list = listOf(key);
  return values.map((one) => (list === undefined ? one : labelNl(list, one))).join(', ');
}
