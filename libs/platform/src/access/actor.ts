/** Roles of staff (domain.md 7 and 8; claim `opgroeipunt_rol_3d`). */
export const ROLES = [
  'KB_MC',
  'KB_KO',
  'TEAMCOORDINATOR',
  'JURIST',
  'KLACHTENBEHANDELAAR',
  'CRISISWACHT',
  'BEHEERDER',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

export const SERVICE_NAMES = [
  'intake',
  'triage',
  'dossier-sync',
  'notification',
  'edison',
  'portal',
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** `CENTRAAL`, `REGIO_1` … as the organisation names its teams. */
export type Team = string;

/** Who asks: a member of staff, or one of our own services. */
export interface Actor {
  kind: 'STAFF' | 'SERVICE';
  /** Username, or the service name without `svc-`. */
  id: string;
  /** For on screen only; never store or log it. */
  name: string;
  roles: Role[];
  teams: Team[];
}

export const CLIENT_PREFIX = 'svc-';
