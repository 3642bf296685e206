import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadPolicies } from './load-policies.js';
import { PolicyError } from './policy-error.js';

const SHIPPED = new URL('.', import.meta.url);
const POLICY = 'urgency-policy.v1.yaml';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  cpSync(SHIPPED, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (): ReturnType<typeof loadPolicies> => loadPolicies(pathToFileURL(`${folder}/`));

function change(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const content = readFileSync(path, 'utf8');
  expect(content).toContain(from);
  writeFileSync(path, content.replace(from, to));
}

function faults(): readonly string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof PolicyError) return error.faults;
    throw error;
  }
  return [];
}

describe('a policy is used as a whole or not at all (architecture.md 5)', () => {
  it('the shipped one is usable, and is found by its version', () => {
    const { current, find } = load();
    expect(current.version).toBe('2026.1');
    expect(find('2026.1')).toBe(current);
    expect(find('1999.1')).toBeUndefined();
  });

  it('names every fault at once', () => {
    change(POLICY, 'floor: CRISIS', 'floor: URGENT');
    change(POLICY, 'immediateDanger:', 'immediateDangr:');
    const found = faults().join('\n');
    expect(found).toContain('/kindRules/0/floor');
    expect(found).toContain('immediateDangr');
  });

  it('an answer that does not exist is a fault', () => {
    change(POLICY, 'life_threatening', 'lifethreatening');
    expect(faults().join()).toContain('/structuredRules/1/when/0/injury/0');
  });

  it('two different people must have signed it (domain.md 4.2)', () => {
    change(POLICY, 'approvedBy: [tc.centraal, jurist.een]', 'approvedBy: [tc.centraal, TC.centraal]');
    expect(faults()).toEqual(['approvedBy: two different people must sign off']);
  });

  it('every kind needs a rule that gives it a level', () => {
    change(
      POLICY,
      'SIGNAAL, KLACHT_OPVANG, PERSONEELSTEKORT, VRAAG_HANDHAVING',
      'SIGNAAL, KLACHT_OPVANG, PERSONEELSTEKORT',
    );
    expect(faults()).toEqual(['kindRules: none for kind VRAAG_HANDHAVING']);
  });

  it('every language needs words for every signal', () => {
    change('signals.fr.v1.yaml', 'code: TXT-SLAAP', 'code: TXT-SLEEP');
    expect(faults()).toEqual(['fr: no words for TXT-SLAAP', 'fr: TXT-SLEEP is no signal of this policy']);
  });

  it('a phrase with an unknown class is a fault', () => {
    change('signals.en.v1.yaml', '- alone with ~2 @children', '- alone with ~2 @childrn');
    expect(faults()).toEqual(['unknown word class @childrn']);
  });

  it('a missing word list is a fault', () => {
    rmSync(join(folder, 'signals.en.v1.yaml'));
    expect(faults().join()).toContain('signals.en.v1.yaml');
  });

  it('the hash changes with any word', () => {
    const before = load().current.contentHash;
    change('signals.en.v1.yaml', 'unattended', 'untended');
    expect(load().current.contentHash).not.toBe(before);
  });

  it('the newest version is the current one', () => {
    const content = readFileSync(join(folder, POLICY), 'utf8');
    writeFileSync(join(folder, 'urgency-policy.v10.yaml'), content.replace("'2026.1'", "'2026.10'"));
    writeFileSync(join(folder, 'urgency-policy.v9.yaml'), content.replace("'2026.1'", "'2026.9'"));
    expect(load().current.version).toBe('2026.10');
  });
});
