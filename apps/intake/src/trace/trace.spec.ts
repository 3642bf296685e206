import { describe, expect, it } from '@jest/globals';
import { publicTrace, type RecordedStep } from './trace.js';

const recorded = (...steps: RecordedStep[]) =>
  steps.map((step, minute) => ({ step, at: new Date(Date.UTC(2026, 10, 22, 10, minute)) }));
const shown = (...steps: RecordedStep[]) => publicTrace(recorded(...steps)).map(({ step }) => step);

describe('the trace that a melder sees (contract.md 3)', () => {
  it('tells each step with its time and a sentence', () => {
    expect(publicTrace(recorded('RECEIVED'))).toEqual([
      { step: 'RECEIVED', at: new Date('2026-11-22T10:00:00Z'), label: 'We hebben je bericht ontvangen' },
    ]);
  });

  it('leaves out alerts and notices to staff', () => {
    expect(shown('RECEIVED', 'DUTY_ALERTED', 'TRIAGED', 'HANDLER_NOTIFIED', 'ASSIGNED')).toEqual([
      'RECEIVED',
      'TRIAGED',
      'ASSIGNED',
    ]);
  });

  it('tells of a delay only while it lasts', () => {
    expect(shown('RECEIVED', 'DELAYED', 'TRIAGED')).toEqual(['RECEIVED', 'DELAYED', 'TRIAGED']);
    expect(shown('RECEIVED', 'DELAYED', 'REGISTERED_IN_DOSSIER')).toEqual([
      'RECEIVED',
      'REGISTERED_IN_DOSSIER',
    ]);
  });

  it('says that it is in the dossier only while it is', () => {
    const lost: RecordedStep[] = ['RECEIVED', 'REGISTERED_IN_DOSSIER', 'TRIAGED', 'REGISTRATION_LOST'];
    expect(shown(...lost)).toEqual(['RECEIVED', 'TRIAGED', 'DELAYED']);
    expect(shown(...lost, 'DELAYED')).toEqual(['RECEIVED', 'TRIAGED', 'DELAYED']);
    expect(shown(...lost, 'REGISTERED_IN_DOSSIER')).toEqual(['RECEIVED', 'TRIAGED', 'REGISTERED_IN_DOSSIER']);
  });

  it('leaves no delay standing after the registration, whatever the clocks say', () => {
    expect(shown('RECEIVED', 'REGISTERED_IN_DOSSIER', 'DELAYED')).toEqual([
      'RECEIVED',
      'REGISTERED_IN_DOSSIER',
    ]);
  });

  it('tells of a refusal by the store as the same delay', () => {
    expect(shown('RECEIVED', 'DELAYED', 'REGISTRATION_REFUSED')).toEqual(['RECEIVED', 'DELAYED']);
    expect(shown('RECEIVED', 'REGISTRATION_REFUSED')).toEqual(['RECEIVED', 'DELAYED']);
  });
});
