import type { Kind } from '#contracts';

export interface Choice {
  kind: Kind;
  /** The wish of the visitor in everyday words. */
  wish: string;
  explanation: string;
}

export interface ChoiceGroup {
  title: string;
  tone: 'urgent' | 'plain';
  choices: Choice[];
}

/** Every public kind (domain.md 2.1), from danger to question: a visitor need not know our words. */
export const CHOICE_GROUPS: ChoiceGroup[] = [
  {
    title: 'Een kind is in gevaar',
    tone: 'urgent',
    choices: [
      {
        kind: 'CRISIS',
        wish: 'Er is nu een noodsituatie in een opvang',
        explanation: 'Er is acuut gevaar, of een kind is zwaargewond of overleden. Bel eerst 112.',
      },
      {
        kind: 'GEVAARSITUATIE',
        wish: 'Een kind is of was in gevaar in een opvang',
        explanation: 'Bijvoorbeeld een ongeval, ruwe omgang of kinderen zonder toezicht.',
      },
    ],
  },
  {
    title: 'Er klopt iets niet',
    tone: 'plain',
    choices: [
      {
        kind: 'MELDING',
        wish: 'Ik maak me zorgen over een opvang',
        explanation: 'Iets voelt niet goed. Je hoeft niet zeker te zijn.',
      },
      {
        kind: 'SIGNAAL',
        wish: 'Ik hoorde of zag iets',
        explanation: 'Je bent buur, arts, school of lokaal bestuur en wil iets doorgeven.',
      },
      {
        kind: 'KLACHT_OPVANG',
        wish: 'Ik heb een klacht over een opvang',
        explanation: 'Je bent niet tevreden en wil een antwoord.',
      },
      {
        kind: 'KLACHT_DIENSTVERLENING',
        wish: 'Ik heb een klacht over Opgroeien',
        explanation: 'Je bent niet tevreden over hoe een medewerker of dienst je hielp.',
      },
    ],
  },
  {
    title: 'Ik heb een vraag of een idee',
    tone: 'plain',
    choices: [
      {
        kind: 'VRAAG_HANDHAVING',
        wish: 'Mijn opvang kreeg een aanmaning of gaat dicht',
        explanation: 'Je wil weten wat dat betekent voor jou en je kind.',
      },
      {
        kind: 'VRAAG_OVERZICHT',
        wish: 'Ik wil weten welke klachten er zijn over een opvang',
        explanation: 'Je vraagt een overzicht van meldingen en klachten.',
      },
      { kind: 'VRAAG', wish: 'Ik heb een andere vraag', explanation: 'Over kinderopvang in het algemeen.' },
      {
        kind: 'FEEDBACK',
        wish: 'Ik wil iets goeds of een idee delen',
        explanation: 'Een compliment of een voorstel.',
      },
    ],
  },
  {
    title: 'Ik organiseer kinderopvang',
    tone: 'plain',
    choices: [
      {
        kind: 'PERSONEELSTEKORT',
        wish: 'Ik heb te weinig personeel',
        explanation: 'Je bent organisator of verantwoordelijke en meldt een tekort.',
      },
    ],
  },
];
