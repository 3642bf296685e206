export interface AuditRow {
  id: string;
  at: string;
  actorKind: string;
  actorId: string;
  action: string;
  subject: string;
  purpose: string | null;
  detail: unknown;
}

/** The text that the hash is taken of: a JSON array in a fixed order, so that it reads the same for ever. */
export function payloadOf(row: AuditRow): string {
  const { id, at, actorKind, actorId, action, subject, purpose, detail } = row;
  return JSON.stringify([id, at, actorKind, actorId, action, subject, purpose, detail]);
}
