import { describe, expect, it } from '@jest/globals';
import { actorFromClaims } from './actor-from-claims.js';

const staff = {
  sub: 'kb.mc.een',
  vo_doelgroepcode: 'GID',
  vo_orgcode: 'OVO999999',
  given_name: 'Mila',
  family_name: 'Denkens',
};
const rolesOf = (...entries: unknown[]) => actorFromClaims({ ...staff, opgroeipunt_rol_3d: entries });

describe('who a token speaks for', () => {
  it('a member of staff, with roles and teams of the own organisation', () => {
    expect(rolesOf('KB_MC-CENTRAAL:OVO999999', 'CRISISWACHT-REGIO_2:OVO999999')).toEqual({
      kind: 'STAFF',
      id: 'kb.mc.een',
      name: 'Mila Denkens',
      roles: ['KB_MC', 'CRISISWACHT'],
      teams: ['CENTRAAL', 'REGIO_2'],
    });
  });

  it.each([
    ['of another organisation', 'BEHEERDER-CENTRAAL:OVO000001'],
    ['that we do not know', 'KEIZER-CENTRAAL:OVO999999'],
    ['without a team', 'BEHEERDER:OVO999999'],
    ['with something behind it', 'BEHEERDER-CENTRAAL:OVO999999 '],
    ['that is no text', 7],
  ])('no role %s', (_what, entry) => {
    expect(rolesOf(entry)?.roles).toEqual([]);
  });

  it('a service of ours', () => {
    expect(actorFromClaims({ sub: 'svc-dossier-sync', client_id: 'svc-dossier-sync' })).toMatchObject({
      kind: 'SERVICE',
      id: 'dossier-sync',
    });
  });

  it.each([
    ['a service that we do not know', { sub: 'svc-other', client_id: 'svc-other' }],
    ['a client that acts for somebody else', { sub: 'kb.mc.een', client_id: 'svc-triage' }],
    ['a citizen', { ...staff, vo_doelgroepcode: 'BUR' }],
    ['nobody', {}],
  ])('not %s', (_who, claims) => {
    expect(actorFromClaims(claims)).toBeUndefined();
  });
});
