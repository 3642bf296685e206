import type { Kind } from '../codes/kinds.js';

/** When to choose a kind, in one sentence that a newcomer understands (domain.md 2.1). */
export const KIND_TEXTS_NL: Record<Kind, { when: string }> = {
  CRISIS: {
    when: 'Er is nu acuut gevaar, een kind is zwaargewond of overleden. Bel bij levensgevaar eerst 112.',
  },
  GEVAARSITUATIE: { when: 'De veiligheid of gezondheid van een kind is of was in gevaar.' },
  MELDING: { when: 'Je maakt je zorgen over wat er in een opvang gebeurt.' },
  SIGNAAL: { when: 'Je hoorde of merkte iets op en wil het ons laten weten.' },
  KLACHT_OPVANG: { when: 'Je bent niet tevreden over een opvang en wil een antwoord.' },
  KLACHT_DIENSTVERLENING: { when: 'Je bent niet tevreden over hoe wij je geholpen hebben.' },
  PERSONEELSTEKORT: { when: 'Je bent organisator en hebt te weinig personeel.' },
  FEEDBACK: { when: 'Je wil iets positiefs of een voorstel doorgeven.' },
  VRAAG: { when: 'Je hebt een vraag over kinderopvang.' },
  VRAAG_HANDHAVING: {
    when: 'Je opvang kreeg een aanmaning, schorsing of sluiting en je hebt daar een vraag over.',
  },
  VRAAG_OVERZICHT: { when: 'Je wil weten welke meldingen en klachten er over een opvang zijn.' },
  INSPECTIE_ADVIES: { when: 'Zorginspectie geeft advies na een inspectie.' },
};
