import type { Role } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { visibilityOf, type VisibilityCriterion } from './visibility.policy.js';

const EVERYTHING: VisibilityCriterion[] = [{ by: 'EVERYTHING' }];
const own: VisibilityCriterion = { by: 'ASSIGNEE', username: 'iemand' };
const mc: VisibilityCriterion = {
  by: 'HANDLER_ROLE',
  handlerRole: 'klantenbeheerder_meldingen_communicatie',
};

describe('which cases somebody sees', () => {
  it.each<[string, Role[], string, VisibilityCriterion[]]>([
    ['crisis duty sees all', ['KB_KO', 'CRISISWACHT'], 'REGIO_2', EVERYTHING],
    ['the central pool of meldingen sees all', ['KB_MC'], 'CENTRAAL', EVERYTHING],
    ['the central coordinator sees all', ['TEAMCOORDINATOR'], 'CENTRAAL', EVERYTHING],
    ['a jurist reads all', ['JURIST'], 'CENTRAAL', EVERYTHING],
    ['an auditor reads all', ['AUDITOR'], 'CENTRAAL', EVERYTHING],
    [
      'KB_MC of a region: own team and the pool',
      ['KB_MC'],
      'REGIO_3',
      [own, { by: 'TEAM', team: 'REGIO_3' }, mc],
    ],
    [
      'KB_KO: own team and own organisatoren',
      ['KB_KO'],
      'REGIO_1',
      [own, { by: 'TEAM', team: 'REGIO_1' }, { by: 'SPOC', username: 'iemand' }],
    ],
    [
      'KB_KO of the central team does not see all',
      ['KB_KO'],
      'CENTRAAL',
      [own, { by: 'TEAM', team: 'CENTRAAL' }, { by: 'SPOC', username: 'iemand' }],
    ],
    [
      'a coordinator of a region: own team',
      ['TEAMCOORDINATOR'],
      'REGIO_4',
      [own, { by: 'TEAM', team: 'REGIO_4' }],
    ],
    [
      'klachtenbehandelaar: complaints about the agency',
      ['KLACHTENBEHANDELAAR'],
      'CENTRAAL',
      [own, { by: 'HANDLER_ROLE', handlerRole: 'klachtenbehandelaar' }],
    ],
    ['a beheerder sees none', ['BEHEERDER'], 'CENTRAAL', []],
    ['no role, no case', [], 'CENTRAAL', []],
  ])('%s', (_sentence, roles, team, expected) => {
    expect(visibilityOf({ id: 'iemand', roles, teams: [team] })).toEqual(expected);
  });
});
