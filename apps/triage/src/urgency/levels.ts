import { LEVELS, type Level } from '#contracts';

/** Whether `level` is more urgent than `other`. */
export function isHigher(level: Level, other: Level): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(other);
}

/** The result is the highest floor, never an average; domain.md 3.2.1. */
export function highestLevel(levels: Iterable<Level>): Level {
  let highest: Level = 'LOW';
  for (const level of levels) if (isHigher(level, highest)) highest = level;
  return highest;
}

/** One step less urgent, LOW at the least; domain.md 3.6.6. */
export function oneLess(level: Level): Level {
  return LEVELS[Math.min(LEVELS.indexOf(level) + 1, LEVELS.length - 1)] ?? 'LOW';
}

/** One step more urgent, but never past `limit`; a level above the limit stays as it is. */
export function oneMore(level: Level, limit: Level): Level {
  const raised = LEVELS[Math.max(LEVELS.indexOf(level) - 1, 0)] ?? level;
  return isHigher(raised, limit) ? level : raised;
}
