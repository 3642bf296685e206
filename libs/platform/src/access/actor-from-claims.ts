import type { JWTPayload } from 'jose';
import { CLIENT_PREFIX, ROLES, SERVICE_NAMES, type Actor, type Role, type Team } from './actor.js';

const ROLE_CLAIM = 'opgroeipunt_rol_3d';
/** role-team:organisation, e.g. `KB_MC-CENTRAAL:OVO999999` (ACM/IDM 3D role; domain.md 8). */
const ROLE_3D = /^(?<role>[A-Z_]+)-(?<team>[A-Z0-9_]+):(?<organisation>[A-Z0-9]+)$/;

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

function rolesAndTeams(claims: JWTPayload): { roles: Role[]; teams: Team[] } {
  const claim = claims[ROLE_CLAIM];
  const entries = Array.isArray(claim)
    ? claim.filter((entry): entry is string => typeof entry === 'string')
    : [];
  const own = entries
    .map((entry) => ROLE_3D.exec(entry)?.groups)
    // A role given by another organisation is a role there, not here.
    .filter((groups) => groups !== undefined && groups['organisation'] === claims['vo_orgcode']);
  return {
    roles: [...new Set(own.map((groups) => groups?.['role'] ?? ''))].filter(isRole),
    teams: [...new Set(own.map((groups) => groups?.['team'] ?? ''))].filter((team) => team !== ''),
  };
}

function serviceOf(claims: JWTPayload): Actor | undefined {
  if (claims['client_id'] !== claims.sub || claims[ROLE_CLAIM] !== undefined) return undefined;
  const name = (claims.sub ?? '').startsWith(CLIENT_PREFIX)
    ? (claims.sub ?? '').slice(CLIENT_PREFIX.length)
    : '';
  if (!(SERVICE_NAMES as readonly string[]).includes(name)) return undefined;
  return { kind: 'SERVICE', id: name, name, roles: [], teams: [] };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who a checked token speaks for; undefined when it names neither staff of the agency nor a service of ours. */
export function actorFromClaims(claims: JWTPayload): Actor | undefined {
  const service = serviceOf(claims);
  if (service !== undefined) return service;
  if (!claims.sub || claims['vo_doelgroepcode'] !== 'GID') return undefined;
  const name = [text(claims['given_name']), text(claims['family_name'])].filter(Boolean).join(' ');
  return { kind: 'STAFF', id: claims.sub, name: name || claims.sub, ...rolesAndTeams(claims) };
}
