import { describe, expect, it } from '@jest/globals';
import { faultPlan } from './fault-plan.js';
import { LINK_FAULTS, MAIL_FAULTS, MAIL_LINK, STORE_FAULTS, STORE_LINK, type Breakable } from './fault.js';

const EVERYTHING: Breakable = {
  processes: ['intake', 'triage'],
  pausable: ['triage'],
  clocks: ['triage'],
  links: [MAIL_LINK, STORE_LINK, 'triage→postgres'],
  tellers: ['intake', 'triage'],
  older: ['triage'],
  hasBroker: true,
  hasSmallDisk: true,
};

describe('a plan of faults', () => {
  it('follows from its seed', () => {
    expect(faultPlan(7, EVERYTHING, 60)).toEqual(faultPlan(7, EVERYTHING, 60));
    expect(faultPlan(7, EVERYTHING, 60)).not.toEqual(faultPlan(8, EVERYTHING, 60));
  });

  it('is the begin of a longer one', () => {
    expect(faultPlan(7, EVERYTHING, 60).slice(0, 20)).toEqual(faultPlan(7, EVERYTHING, 20));
  });

  it('has every kind once before any kind again', () => {
    const kinds = 9 + LINK_FAULTS.length + MAIL_FAULTS.length + STORE_FAULTS.length;
    for (const seed of [1, 2, 3])
      expect(new Set(faultPlan(seed, EVERYTHING, kinds).map(({ kind }) => kind)).size).toBe(kinds);
    expect(new Set(faultPlan(1, EVERYTHING, 2_000).map(({ kind }) => kind)).size).toBe(kinds);
  });

  it('breaks nothing that is not there', () => {
    const local = {
      ...EVERYTHING,
      pausable: [],
      older: [],
      hasBroker: false,
      hasSmallDisk: false,
    };
    const kinds = faultPlan(1, local, 2_000).map(({ kind }) => kind);
    for (const kind of ['PROCESS_PAUSED', 'BROKER_KILLED', 'OLDER_PROGRAM', 'DISK_FULL'] as const)
      expect(kinds).not.toContain(kind);
  });

  it('does mail faults to mail and store faults to the store alone', () => {
    for (const { kind, target } of faultPlan(3, EVERYTHING, 1_000)) {
      if (kind.startsWith('MAIL_')) expect(target).toBe(MAIL_LINK);
      if (kind.startsWith('STORE_')) expect(target).toBe(STORE_LINK);
    }
  });
});
