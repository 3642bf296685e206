/** Requests as they stand in the API documents; the contract tier sends each to the running system. */
export const MELDING_EXAMPLES = {
  concernOfAParent: {
    summary: 'A concern of a parent who may be known',
    value: {
      kind: 'MELDING',
      submitterType: 'OUDER',
      identityMode: 'KNOWN',
      contact: { name: 'Voorbeeld Ouder', email: 'ouder@voorbeeld.example', phone: '+3200000000' },
      preferredChannel: 'EMAIL',
      location: { id: 'L02' },
      factDate: '2024-04-22',
      description:
        'Voor de derde keer in twee weken komt mijn dochter thuis met blauwe plekken op haar bovenbenen.',
      answers: {
        immediateDanger: 'unknown',
        injury: 'unexplained',
        childAgeGroup: '12_36m',
        ongoing: 'repeated',
      },
      themes: ['TOEZICHT_VEILIGHEID'],
      consentToShareIdentity: false,
      language: 'nl',
    },
  },
  anonymousSignal: {
    summary: 'An anonymous signal about an opvang that is described in words',
    value: {
      kind: 'SIGNAAL',
      submitterType: 'BURGER',
      identityMode: 'ANONYMOUS',
      location: { description: 'De opvang met de blauwe poort naast de bakker', municipality: 'Verzinbeke' },
      description: 'Het hek rond de buitenspeelplaats staat al een paar weken los aan de kant van de straat.',
      answers: { immediateDanger: 'no', premisesConcern: 'outdoor', ongoing: 'continuing' },
    },
  },
  klacht: {
    summary: 'A klacht with all that makes it admissible',
    value: {
      kind: 'KLACHT_OPVANG',
      submitterType: 'OUDER',
      identityMode: 'KNOWN',
      contact: {
        name: 'Voorbeeld Ouder',
        email: 'ouder@voorbeeld.example',
        address: {
          street: 'Verzonnenstraat',
          houseNumber: '1',
          postalCode: '9999',
          municipality: 'Verzinbeke',
        },
      },
      location: { id: 'L01' },
      factDate: '2024-03-27',
      description:
        'Ik heb al drie keer gevraagd om de luier van mijn zoon vaker te verversen, zonder resultaat.',
      answers: {
        immediateDanger: 'no',
        premisesConcern: 'hygiene',
        ongoing: 'repeated',
        discussedWithOpvang: 'yes',
      },
      desiredOutcome: 'Dat jullie de afspraken met de opvang nakijken.',
    },
  },
  personeelstekort: {
    summary: 'A shortage of staff, told by the organisator',
    value: {
      kind: 'PERSONEELSTEKORT',
      submitterType: 'ORGANISATOR',
      identityMode: 'KNOWN',
      contact: {
        name: 'Voorbeeld Organisator',
        email: 'organisator@voorbeeld.example',
        phone: '+3200000000',
      },
      location: { id: 'L04' },
      factDate: '2024-05-02',
      description: 'Twee begeleiders zijn langdurig afwezig. Vanaf maandag sluiten we een uur vroeger.',
      answers: { occupancyConcern: 'too_few_staff', ongoing: 'continuing' },
      personeelstekort: {
        locationIds: ['L04'],
        measures: ['REDUCED_OPENING_HOURS'],
        absentFte: 1.5,
        totalFte: 9,
        affectedPlaces: 12,
        expectedUntil: '2024-05-31',
      },
    },
  },
  question: {
    summary: 'A question',
    value: {
      kind: 'VRAAG',
      contact: { email: 'burger@voorbeeld.example' },
      description:
        'Ik wil later zelf een kinderopvang starten. Hoeveel plaatsen mag ik hebben als onthaalouder?',
    },
  },
};
