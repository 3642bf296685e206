import type { Field } from './fields.js';

/** Question and help of each field as a melder reads it (domain.md 2.3); plain words, "je". */
export const FIELD_TEXTS_NL: Record<Field, { label: string; help?: string }> = {
  submitterType: { label: 'In welke hoedanigheid meld je?' },
  identityMode: {
    label: 'Mogen we je naam kennen en gebruiken?',
    help: 'We geven je naam nooit aan de opvang zonder dat jij het wil of de wet het oplegt. Ook als je anoniem meldt, onderzoeken we je bericht. Met je opvolgcode kan je later zien wat ermee gebeurt.',
  },
  'contact.name': { label: 'Je naam' },
  'contact.email': {
    label: 'Je e-mailadres',
    help: 'Bijvoorbeeld naam@voorbeeld.be. We sturen je een bevestiging.',
  },
  'contact.phone': { label: 'Je telefoonnummer', help: 'Bijvoorbeeld 0470 00 00 00.' },
  'contact.address': {
    label: 'Je adres',
    help: 'Voor een klacht vraagt de wet je naam en adres. Zonder adres behandelen we je bericht als melding.',
  },
  preferredChannel: { label: 'Hoe mogen we je bereiken?' },
  safeTimes: {
    label: 'Wanneer kunnen we je veilig bereiken?',
    help: 'Bijvoorbeeld: na 18 uur, niet op het werk.',
  },
  location: {
    label: 'Over welke opvang gaat het?',
    help: 'Zoek op naam of gemeente. Vind je de opvang niet? Beschrijf ze dan met je eigen woorden.',
  },
  factDate: { label: 'Wanneer gebeurde het?', help: 'Weet je het niet precies? Laat dit leeg.' },
  'answers.immediateDanger': {
    label: 'Is er nu een kind in gevaar?',
    help: 'Is er levensgevaar? Bel eerst 112.',
  },
  'answers.emergencyServicesCalled': { label: 'Zijn de hulpdiensten verwittigd?' },
  description: {
    label: 'Wat is er gebeurd?',
    help: 'Schrijf in je eigen woorden wat je zag, hoorde of vernam. Namen van kinderen zijn niet nodig. Minstens 20 en hoogstens 8000 tekens.',
  },
  themes: { label: 'Waarover gaat het?', help: 'Duid aan wat past. Je mag meer dan één ding aanduiden.' },
  'answers.injury': { label: 'Is een kind gewond?' },
  'answers.childAgeGroup': { label: 'Hoe oud is het kind, of zijn de kinderen?' },
  'answers.allegedActor': { label: 'Gaat het over het gedrag van iemand?' },
  'answers.actorStillPresent': { label: 'Is die persoon nu nog bij kinderen?' },
  'answers.conductTypes': { label: 'Wat deed die persoon?', help: 'Duid aan wat past.' },
  'answers.unsupervised': { label: 'Waren of zijn er kinderen zonder toezicht?' },
  'answers.occupancyConcern': { label: 'Zijn er te veel kinderen of te weinig begeleiders?' },
  'answers.sleepSafetyConcern': {
    label: 'Slapen kinderen onveilig?',
    help: 'Bijvoorbeeld op de buik, ingebakerd, of zonder dat er iemand gaat kijken.',
  },
  'answers.premisesConcern': { label: 'Is er iets mis met het gebouw, de hygiëne, het eten of buiten?' },
  'answers.ongoing': { label: 'Gebeurde het één keer, meer keren, of is het nog bezig?' },
  'answers.discussedWithOpvang': {
    label: 'Heb je dit al met de opvang besproken?',
    help: 'Dat hoeft niet. Je mag altijd rechtstreeks melden.',
  },
  'personeelstekort.measures': { label: 'Welke maatregelen neem je?' },
  'personeelstekort.absentFte': {
    label: 'Hoeveel voltijdse begeleiders ontbreken er?',
    help: 'Bijvoorbeeld 1,5.',
  },
  'personeelstekort.totalFte': { label: 'Hoeveel voltijdse begeleiders zijn er normaal?' },
  'personeelstekort.affectedPlaces': { label: 'Over hoeveel plaatsen gaat het?' },
  'personeelstekort.expectedUntil': { label: 'Tot wanneer verwacht je dat het duurt?' },
  parentsInformed: { label: 'Zijn de ouders ingelicht?' },
  measuresTaken: { label: 'Welke maatregelen nam je al?' },
  desiredOutcome: { label: 'Wat verwacht je van ons?' },
  alreadyReportedTo: { label: 'Waar heb je dit nog gemeld?' },
  consentToShareIdentity: {
    label: 'Mogen we je naam aan de opvang meedelen?',
    help: 'Als je niets aanduidt, doen we dat niet.',
  },
};
