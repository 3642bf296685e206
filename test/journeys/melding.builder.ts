import { randomInt } from 'node:crypto';

const NO_DANGER_TICKED = {
  immediateDanger: 'no',
  emergencyServicesCalled: 'no',
  injury: 'none',
  childAgeGroup: '12_36m',
  allegedActor: 'none',
  actorStillPresent: 'not_applicable',
  conductTypes: [] as string[],
  unsupervised: 'no',
  occupancyConcern: 'none',
  sleepSafetyConcern: 'no',
  premisesConcern: 'none',
  ongoing: 'once',
  discussedWithOpvang: 'no',
};

export type MeldingBody = Record<string, unknown> & { contact?: { name: string; email: string } };

/** A melder of one test, with an address that nobody else uses. */
export function someMelder(): { name: string; email: string } {
  const number = randomInt(1e12);
  return { name: `Testmelder ${number}`, email: `melder.${number}@voorbeeld.example` };
}

/** A calm melding by a known parent; a test says only what matters to it. */
export function aMelding(said: Record<string, unknown>, answers: Record<string, unknown> = {}): MeldingBody {
  return {
    kind: 'MELDING',
    submitterType: 'OUDER',
    identityMode: 'KNOWN',
    contact: someMelder(),
    factDate: null,
    description: 'De opvang is soms wat later open dan afgesproken en niemand zegt waarom dat zo is.',
    answers: { ...NO_DANGER_TICKED, ...answers },
    language: 'nl',
    ...said,
  };
}

/** The same, by somebody whom nobody can know. */
export function anAnonymousMelding(
  said: Record<string, unknown>,
  answers: Record<string, unknown> = {},
): MeldingBody {
  const { contact: _contact, ...rest } = aMelding(said, answers);
  return { ...rest, identityMode: 'ANONYMOUS' };
}
