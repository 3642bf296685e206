import { describe, expect, it } from '@jest/globals';
import type { Role } from '#platform';
import { isVisible, type Whereabouts } from './visibility.policy.js';

const routed: Whereabouts = {
  team: 'REGIO_4',
  handlerRole: 'klantenbeheerder_meldingen_communicatie',
  assignee: null,
  enteredBy: null,
  spocs: ['spoc.een'],
};
const unrouted: Whereabouts = { ...routed, team: null, handlerRole: null, spocs: [] };
const reader = (role: Role, team: string, id = 'iemand') => ({ id, roles: [role], teams: [team] });

describe('who may see a melding (domain.md 9.9)', () => {
  it.each([
    ['crisis duty, any', reader('CRISISWACHT', 'REGIO_1'), routed, true],
    ['crisis duty, before routing', reader('CRISISWACHT', 'REGIO_1'), unrouted, true],
    ['the central pool', reader('KB_MC', 'CENTRAAL'), routed, true],
    ['the central coordinator', reader('TEAMCOORDINATOR', 'CENTRAAL'), routed, true],
    ['own team', reader('KB_KO', 'REGIO_4'), routed, true],
    ['another team', reader('KB_KO', 'REGIO_1'), routed, false],
    ['coordinator of another team', reader('TEAMCOORDINATOR', 'REGIO_1'), routed, false],
    ['the pool in a region', reader('KB_MC', 'REGIO_1'), routed, true],
    ['the SPOC of the organisator', reader('KB_KO', 'REGIO_1', 'spoc.een'), routed, true],
    ['the assignee', reader('KB_KO', 'REGIO_1'), { ...routed, assignee: 'iemand' }, true],
    ['who wrote it down', reader('KB_KO', 'REGIO_1'), { ...unrouted, enteredBy: 'iemand' }, true],
    ['anybody else before routing', reader('KB_KO', 'REGIO_4'), unrouted, false],
    ['complaints handler, no complaint about us', reader('KLACHTENBEHANDELAAR', 'CENTRAAL'), routed, false],
    [
      'complaints handler',
      reader('KLACHTENBEHANDELAAR', 'CENTRAAL'),
      { ...routed, handlerRole: 'klachtenbehandelaar' as const },
      true,
    ],
    ['who runs the system', reader('BEHEERDER', 'REGIO_4'), routed, false],
  ])('%s', (_who, who, melding, expected) => {
    expect(isVisible(who, melding)).toBe(expected);
  });
});
