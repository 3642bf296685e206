import { describe, expect, it } from '@jest/globals';
import type { IdentityMode, Kind, Level, SubmitterType } from '#contracts';
import { loadPolicies } from '../urgency/index.js';
import { route, type RouteFacts } from './index.js';

const rules = loadPolicies().current.routing;
const ORDINARY: RouteFacts = {
  kind: 'MELDING',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  level: 'NORMAL',
  flags: [],
  locationKnown: true,
  province: 'Antwerpen',
};
const routed = (facts: Partial<RouteFacts>): ReturnType<typeof route> =>
  route({ ...ORDINARY, ...facts }, rules);

describe('the queue', () => {
  it.each<[Level, string]>([
    ['CRISIS', 'CRISISWACHT'],
    ['HIGH', 'REGIOTEAM'],
    ['NORMAL', 'REGIOTEAM'],
    ['LOW', 'REGIOTEAM'],
  ])('%s goes to %s', (level, queue) => {
    expect(routed({ level }).queue).toBe(queue);
  });

  it('a failed triage goes to the crisis duty (3.2.8)', () => {
    expect(routed({ level: 'HIGH', flags: ['F-TRIAGE_FAILED'] }).queue).toBe('CRISISWACHT');
  });

  it('without a known location it goes to the general queue, a crisis still to the duty (3.2.6)', () => {
    const unknown = { locationKnown: false, province: null };
    expect(routed(unknown)).toMatchObject({ queue: 'ALGEMEEN', team: 'CENTRAAL' });
    expect(routed({ ...unknown, level: 'CRISIS' }).queue).toBe('CRISISWACHT');
  });

  it('a complaint about the agency itself never goes to the team of the facts', () => {
    expect(routed({ kind: 'KLACHT_DIENSTVERLENING', level: 'LOW' })).toEqual({
      queue: 'ALGEMEEN',
      team: 'CENTRAAL',
      handlerRole: 'klachtenbehandelaar',
    });
  });
});

describe('the team (7.3)', () => {
  it.each([
    ['West-Vlaanderen', 'REGIO_1'],
    ['Oost-Vlaanderen', 'REGIO_2'],
    ['Antwerpen', 'REGIO_3'],
    ['Limburg', 'REGIO_4'],
    ['Vlaams-Brabant', 'REGIO_4'],
    ['Brussel', 'REGIO_4'],
    ['Namen', 'CENTRAAL'],
    [null, 'CENTRAAL'],
  ])('%s → %s', (province, team) => {
    expect(routed({ province }).team).toBe(team);
  });
});

describe('the handler role (3.6.12)', () => {
  it.each<[Kind, SubmitterType, IdentityMode, string]>([
    ['MELDING', 'ORGANISATOR', 'KNOWN', 'klantenbeheerder_kinderopvang'],
    ['MELDING', 'VERANTWOORDELIJKE', 'KNOWN', 'klantenbeheerder_kinderopvang'],
    ['MELDING', 'ORGANISATOR', 'CONFIDENTIAL', 'klantenbeheerder_meldingen_communicatie'],
    ['MELDING', 'VERANTWOORDELIJKE', 'ANONYMOUS', 'klantenbeheerder_meldingen_communicatie'],
    ['MELDING', 'OUDER', 'KNOWN', 'klantenbeheerder_meldingen_communicatie'],
    ['CRISIS', 'MEDEWERKER', 'KNOWN', 'klantenbeheerder_meldingen_communicatie'],
    ['KLACHT_DIENSTVERLENING', 'ORGANISATOR', 'KNOWN', 'klachtenbehandelaar'],
    ['KLACHT_DIENSTVERLENING', 'OUDER', 'KNOWN', 'klachtenbehandelaar'],
    ['INSPECTIE_ADVIES', 'ZORGINSPECTIE', 'KNOWN', 'klantenbeheerder_kinderopvang'],
    ['PERSONEELSTEKORT', 'ORGANISATOR', 'KNOWN', 'klantenbeheerder_kinderopvang'],
    ['PERSONEELSTEKORT', 'ORGANISATOR', 'CONFIDENTIAL', 'klantenbeheerder_kinderopvang'],
  ])('%s from %s, %s → %s', (kind, submitterType, identityMode, handlerRole) => {
    expect(routed({ kind, submitterType, identityMode }).handlerRole).toBe(handlerRole);
  });
});
