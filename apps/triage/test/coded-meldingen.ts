import { completeAnswers, type Answers, type CodedMelding, type LocationChangedV1 } from '#contracts';
import { uuidv7 } from '#platform';

let count = 0;

/** An ordinary melding of a known parent, all answered without danger; each of another submitter. */
export function codedMelding(
  locationId: string | null,
  more: Partial<Omit<CodedMelding, 'answers'>> & { answers?: Partial<Answers> } = {},
): CodedMelding {
  const { answers, ...rest } = more;
  count += 1;
  return {
    meldingId: uuidv7(),
    reference: `OP-7K3M-${String(count).padStart(4, '2')}`,
    kind: 'MELDING',
    submitterType: 'OUDER',
    identityMode: 'KNOWN',
    submitterKey: `submitter-${count}`,
    channel: 'WEB',
    language: 'nl',
    receivedAt: new Date().toISOString(),
    factDate: null,
    locationIds: locationId === null ? [] : [locationId],
    locationDescribed: false,
    answers: completeAnswers({ ...CALM, ...answers }),
    themes: [],
    personeelstekort: null,
    inspectieAdvies: null,
    reachableBy: { email: true, phone: false },
    admissibilityComplete: null,
    ...rest,
  };
}

const CALM: Partial<Answers> = {
  immediateDanger: 'no',
  injury: 'none',
  childAgeGroup: '12_36m',
  actorStillPresent: 'no',
  unsupervised: 'no',
  occupancyConcern: 'none',
  sleepSafetyConcern: 'no',
  premisesConcern: 'none',
  ongoing: 'once',
};

/** Reported violence by somebody who is no longer there: HIGH by itself, a crisis when others report it too. */
export const VIOLENCE: Partial<Answers> = { conductTypes: ['hitting_shaking'], actorStillPresent: 'no' };
export const DANGER_NOW: Partial<Answers> = { immediateDanger: 'yes' };

export function locationChanged(
  locationId: string,
  more: Partial<LocationChangedV1> = {},
): LocationChangedV1 {
  return {
    locationId,
    revision: 1,
    name: `Verzonnen opvang ${locationId}`,
    type: 'GROEPSOPVANG',
    municipality: 'Verzinbeke',
    nisCode: '44999',
    province: 'Oost-Vlaanderen',
    licensedPlaces: 18,
    incomeTariff: true,
    subsidyStep: null,
    organisatorId: 'O1',
    organisatorName: 'Verzonnen vzw',
    spoc: null,
    licenceState: 'VERGUND',
    enforcementState: 'GEEN',
    schorsingEndedOn: null,
    riskBand: null,
    changedAt: new Date().toISOString(),
    ...more,
  };
}
