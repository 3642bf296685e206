import { describe, expect, it } from '@jest/globals';
import { lateSince } from './late-hand-over.js';
import type { RecordedStep } from './trace.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 10, minute));
const recorded = (...steps: RecordedStep[]) => steps.map((step, minute) => ({ step, at: at(minute) }));
const FIVE_MINUTES = 300_000;
const late = (minute: number, ...steps: RecordedStep[]) =>
  lateSince(recorded('RECEIVED', ...steps), at(minute), FIVE_MINUTES);

describe('a hand-over that nobody confirmed', () => {
  it('is not late before its time', () => expect(late(4)).toBeUndefined());
  it('is late from its time on', () => expect(late(6)).toEqual(at(5)));
  it('to the dossier is late also when it was triaged', () => expect(late(6, 'TRIAGED')).toEqual(at(5)));
  it('to triage is late also when it is in the dossier', () =>
    expect(late(6, 'REGISTERED_IN_DOSSIER')).toEqual(at(5)));
  it('is not late once both are done, whenever that was', () =>
    expect(late(60, 'TRIAGED', 'REGISTERED_IN_DOSSIER')).toBeUndefined());
  it.each<RecordedStep>(['DELAYED', 'REGISTRATION_REFUSED'])('is not told beside %s', (step) =>
    expect(late(6, 'TRIAGED', step)).toBeUndefined(),
  );
});
