import type { Role } from '#platform';
import { describe, expect, it } from '@jest/globals';
import {
  allowedActions,
  canAssignOthers,
  canHandle,
  type HandledCase,
  type Person,
} from './handling.policy.js';

const person = (roles: Role[], team = 'CENTRAAL', username = 'iemand'): Person => ({
  username,
  roles,
  teams: [team],
});

const MC_CASE: HandledCase = {
  level: 'NORMAL',
  status: 'TRIAGED',
  queue: 'REGIOTEAM',
  team: 'REGIO_4',
  handlerRole: 'klantenbeheerder_meldingen_communicatie',
  assignee: null,
  spoc: 'kb.ko.limburg1',
  crisisAcknowledgedAt: null,
};
const KO_CASE: HandledCase = { ...MC_CASE, handlerRole: 'klantenbeheerder_kinderopvang' };

describe('who can handle a case', () => {
  it.each<[string, Person, HandledCase, boolean]>([
    ['KB_MC of any team takes meldingen', person(['KB_MC'], 'REGIO_3'), MC_CASE, true],
    ['KB_KO does not take what is for KB_MC', person(['KB_KO'], 'REGIO_4'), MC_CASE, false],
    ['KB_KO of the team', person(['KB_KO'], 'REGIO_4'), KO_CASE, true],
    ['KB_KO of another team', person(['KB_KO'], 'REGIO_1'), KO_CASE, false],
    ['the SPOC, whatever the team', person(['KB_KO'], 'REGIO_1', 'kb.ko.limburg1'), KO_CASE, true],
    ['KB_MC does not take what is for the SPOC', person(['KB_MC']), KO_CASE, false],
    ['in a crisis KB_MC does', person(['KB_MC']), { ...KO_CASE, level: 'CRISIS' }, true],
    [
      'duty takes what could not be judged',
      person(['CRISISWACHT']),
      { ...KO_CASE, queue: 'CRISISWACHT' },
      true,
    ],
    ['and nobody else does because of that', person(['KB_MC']), { ...KO_CASE, queue: 'CRISISWACHT' }, false],
    ['a jurist handles nothing', person(['JURIST']), { ...KO_CASE, level: 'CRISIS' }, false],
    [
      'klachtenbehandelaar',
      person(['KLACHTENBEHANDELAAR']),
      { ...MC_CASE, handlerRole: 'klachtenbehandelaar' },
      true,
    ],
  ])('%s', (_sentence, who, theCase, expected) => {
    expect(canHandle(who, theCase)).toBe(expected);
  });
});

describe('who hands a case to others', () => {
  it.each<[string, Person, HandledCase, boolean]>([
    ['the coordinator of the team', person(['TEAMCOORDINATOR'], 'REGIO_4'), MC_CASE, true],
    ['the coordinator of another team', person(['TEAMCOORDINATOR'], 'REGIO_1'), MC_CASE, false],
    ['the central coordinator', person(['TEAMCOORDINATOR']), MC_CASE, true],
    ['duty, when there is no crisis', person(['CRISISWACHT']), MC_CASE, false],
    ['duty, in its queue', person(['CRISISWACHT']), { ...MC_CASE, queue: 'CRISISWACHT' }, true],
    ['a handler', person(['KB_MC']), MC_CASE, false],
  ])('%s', (_sentence, who, theCase, expected) => {
    expect(canAssignOthers(who, theCase)).toBe(expected);
  });
});

describe('what somebody can do with a case', () => {
  it('a fitting handler assigns to self, starts and raises', () => {
    expect(allowedActions(person(['KB_MC']), MC_CASE)).toEqual(['assign', 'start', 'raise']);
  });

  it('a case of somebody else is neither taken nor started', () => {
    expect(allowedActions(person(['KB_MC']), { ...MC_CASE, status: 'ASSIGNED', assignee: 'ander' })).toEqual([
      'raise',
    ]);
  });

  it('a started case is not started again', () => {
    const mine: HandledCase = { ...MC_CASE, status: 'IN_ASSESSMENT', assignee: 'iemand' };
    expect(allowedActions(person(['KB_MC']), mine)).toEqual(['raise']);
  });

  it('a started case that became a crisis has to be confirmed', () => {
    const mine: HandledCase = { ...MC_CASE, level: 'CRISIS', status: 'IN_ASSESSMENT', assignee: 'iemand' };
    expect(allowedActions(person(['KB_MC']), mine)).toEqual(['start']);
  });

  it('who only reads does nothing', () => {
    expect(allowedActions(person(['AUDITOR', 'JURIST']), MC_CASE)).toEqual([]);
  });

  it('a closed case is left alone', () => {
    expect(
      allowedActions(person(['KB_MC', 'TEAMCOORDINATOR']), { ...MC_CASE, status: 'CLOSED_RESOLVED' }),
    ).toEqual([]);
  });
});
