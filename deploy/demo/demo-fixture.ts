import { readFileSync } from 'node:fs';
import type { Level } from '#contracts';

/** A fictional melding with what triage must make of it, as in `deploy/fixtures/meldingen.json`. */
export interface DemoFixture {
  id: string;
  channel: 'WEB' | 'PHONE' | 'EMAIL' | 'LETTER' | 'ON_SITE' | 'SYSTEM';
  melding: { contact?: { email?: string } } & Record<string, unknown>;
  expected: Expectation;
}

export interface Expectation {
  level: Level;
  reasons: string[];
  flags: string[];
  queue: string;
  handlerRole: string;
  clocks: string[];
}

const FILE = new URL('../fixtures/meldingen.json', import.meta.url);

export function readDemoFixtures(): DemoFixture[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as DemoFixture[];
}
