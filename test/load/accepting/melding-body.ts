/** An ordinary melding, as a parent's form sends it; all of it is invented. */
export const MELDING_BODY = JSON.stringify({
  kind: 'MELDING',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  contact: { name: 'Voorbeeld Ouder', email: 'ouder@voorbeeld.example', phone: '+3200000000' },
  preferredChannel: 'EMAIL',
  location: { id: 'L02' },
  factDate: '2024-04-22',
  description:
    'Het hek rond de buitenspeelplaats staat al een paar weken los aan de kant van de straat. ' +
    'Ik heb het twee keer gezegd aan de verantwoordelijke en die zou het laten maken, maar gisteren stond het er ' +
    'nog altijd zo bij. De kinderen spelen er elke namiddag en de peuters kunnen er zonder moeite onderdoor kruipen. ' +
    'Andere ouders hebben het ook gezien. Er is nog niets gebeurd, maar ik ben er niet gerust in.',
  answers: {
    immediateDanger: 'no',
    emergencyServicesCalled: 'no',
    injury: 'none',
    childAgeGroup: '12_36m',
    premisesConcern: 'outdoor',
    ongoing: 'repeated',
    discussedWithOpvang: 'yes',
  },
  themes: ['TOEZICHT_VEILIGHEID'],
  desiredOutcome: 'Dat het hek vandaag nog wordt gemaakt.',
  language: 'nl',
});
