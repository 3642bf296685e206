import type { Level } from '#contracts';

/** What was told before. */
export interface Told {
  level: Level | null;
  triagedAt: Date | null;
  crisisRaisedAt: Date | null;
}

export type Announcement = 'CRISIS_RAISED' | 'TRIAGED' | 'LEVEL_CHANGED';

/** How the case stands after the decision. */
export interface Standing {
  level: Level;
  /** The decision rests on all that was to be had, or had to do without. */
  settled: boolean;
}

/**
 * What others must hear of a decision. A crisis is raised once in the life of a case, and at once; that a case was
 * triaged is told once, when settled or when it is a crisis; after that only changes of level.
 */
export function announcements(told: Told, now: Standing): Announcement[] {
  const list: Announcement[] = [];
  const isCrisis = now.level === 'CRISIS';
  if (isCrisis && told.crisisRaisedAt === null) list.push('CRISIS_RAISED');
  if (told.triagedAt === null) {
    if (isCrisis || now.settled) list.push('TRIAGED');
  } else if (told.level !== now.level) list.push('LEVEL_CHANGED');
  return list;
}
