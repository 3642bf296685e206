import { LEVELS, type Level } from '#contracts';
import type { DemoFixture } from './demo-fixture.js';

/** What the running system made of a melding, as far as it has come. */
export interface Outcome {
  level?: Level;
  reasons: string[];
  flags: string[];
  queue?: string;
  handlerRole?: string;
  clocks: string[];
  dossierNumber?: string;
  messages: string[];
}

/** Rules about other meldingen: in a demo the fixtures meet each other's history, and that of earlier runs. */
const HISTORY_RULES = ['B-1', 'B-3', 'R-C8'];

/**
 * Where an outcome differs from what the fixture expects; empty when it matches. A higher level is right only
 * when history raised it, and then brings its own queue, handler and clocks.
 */
export function differences({ expected, melding }: DemoFixture, outcome: Outcome): string[] {
  const found: string[] = [];
  if (outcome.level === undefined) return ['nog geen beoordeling'];
  const missing = expected.reasons.filter((code) => !outcome.reasons.includes(code));
  if (missing.length > 0) found.push(`reden ontbreekt: ${missing.join(', ')}`);
  if (outcome.level !== expected.level) {
    if (!raisedByHistory(expected.level, outcome))
      found.push(`niveau ${outcome.level}, verwacht ${expected.level}`);
  } else {
    found.push(...workDifferences(expected, outcome));
  }
  if (!outcome.dossierNumber) found.push('nog geen dossiernummer');
  const wanted = [
    ...(melding.contact?.email ? ['acknowledgement'] : []),
    ...(outcome.level === 'CRISIS' ? ['duty-alert'] : []),
  ];
  const unsent = wanted.filter((template) => !outcome.messages.includes(template));
  if (unsent.length > 0) found.push(`nog niet verstuurd: ${unsent.join(', ')}`);
  return found;
}

function workDifferences(expected: DemoFixture['expected'], outcome: Outcome): string[] {
  const found: string[] = [];
  if (outcome.queue !== expected.queue) found.push(`wachtrij ${outcome.queue}, verwacht ${expected.queue}`);
  if (outcome.handlerRole !== expected.handlerRole) {
    found.push(`behandelaar ${outcome.handlerRole}, verwacht ${expected.handlerRole}`);
  }
  const flags = expected.flags.filter((flag) => !outcome.flags.includes(flag));
  if (flags.length > 0) found.push(`vlag ontbreekt: ${flags.join(', ')}`);
  const clocks = expected.clocks.filter((clock) => !outcome.clocks.includes(clock));
  if (clocks.length > 0) found.push(`termijn ontbreekt: ${clocks.join(', ')}`);
  return found;
}

function raisedByHistory(expected: Level, { level, reasons }: Outcome): boolean {
  const higher = level !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(expected);
  return higher && HISTORY_RULES.some((rule) => reasons.includes(rule));
}
