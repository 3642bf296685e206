import { describe, expect, it } from '@jest/globals';
import type { HandlerRole, IdentityMode } from '#contracts';
import type { Role } from '#platform';
import { identityWithheld, type Withheld } from './identity-access.policy.js';

const MC = 'klantenbeheerder_meldingen_communicatie';
const KO = 'klantenbeheerder_kinderopvang';

describe('who sees the name of a melder (domain.md 9.2 and 9.3)', () => {
  it.each<[Role[], IdentityMode, HandlerRole | null, string | null, Withheld]>([
    [['KB_MC'], 'KNOWN', MC, null, null],
    [['KB_MC'], 'CONFIDENTIAL', MC, null, null],
    [['KB_MC'], 'ANONYMOUS', MC, null, 'ANONYMOUS'],
    [['CRISISWACHT', 'KB_KO'], 'CONFIDENTIAL', null, null, null],
    [['KLACHTENBEHANDELAAR'], 'KNOWN', 'klachtenbehandelaar', null, null],
    [['TEAMCOORDINATOR'], 'KNOWN', MC, null, null],
    [['TEAMCOORDINATOR'], 'CONFIDENTIAL', MC, null, 'CONFIDENTIAL'],
    [['KB_KO'], 'KNOWN', KO, null, null],
    [['KB_KO'], 'KNOWN', MC, null, 'NOT_NEEDED'],
    [['KB_KO'], 'KNOWN', MC, 'iemand', null],
    [['KB_KO'], 'CONFIDENTIAL', KO, 'iemand', 'CONFIDENTIAL'],
    [['JURIST'], 'KNOWN', KO, null, 'NOT_NEEDED'],
    [['JURIST'], 'CONFIDENTIAL', KO, null, 'CONFIDENTIAL'],
  ])('%j, %s, handled by %s, assigned to %s → %s', (roles, identityMode, handlerRole, assignee, expected) => {
    expect(identityWithheld({ id: 'iemand', roles }, { identityMode, handlerRole, assignee })).toBe(expected);
  });
});
