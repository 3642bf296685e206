import { describe, expect, it } from '@jest/globals';
import { textDeadline } from './text-deadline.js';

const terms = { deadlineSeconds: 120, graceSeconds: 20 };
const at = (time: string): Date => new Date(`2026-03-02T${time}Z`);

describe('how long the text of a melding may take', () => {
  it('is two minutes from acceptance', () => {
    expect(textDeadline(at('09:00:00'), at('09:00:01'), terms)).toEqual(at('09:02:00'));
  });

  it('leaves the grace to a melding that waited while triage was away', () => {
    expect(textDeadline(at('08:00:00'), at('09:00:00'), terms)).toEqual(at('09:00:20'));
  });
});
