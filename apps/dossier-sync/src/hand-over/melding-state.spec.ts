import { describe, expect, it } from '@jest/globals';
import { assignedTo, AT_RECEIPT, contentOf, judged, movedTo, sameProgress } from './melding-state.js';

const facts = {
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  receivedAt: '2026-11-21T20:15:00.000Z',
  factDate: null,
  locationIds: ['L02'],
  themes: [],
};

describe('What the store should hold of a melding', () => {
  it('is submitted and not judged at receipt', () =>
    expect(contentOf(facts, AT_RECEIPT)).toEqual({
      ...facts,
      level: null,
      status: 'INGEDIEND',
      outcome: null,
      handler: null,
    }));

  it('gets level, handler and end as they come', () => {
    const progress = [judged('HIGH'), assignedTo('kb.mc.een'), movedTo('CLOSED_RESOLVED')].reduce(
      (state, step) => step(state),
      AT_RECEIPT,
    );
    expect(contentOf(facts, progress)).toMatchObject({
      level: 'HIGH',
      status: 'AFGEROND',
      outcome: 'OPGELOST',
      handler: 'kb.mc.een',
    });
  });

  it('is assigned once it has a handler', () =>
    expect(assignedTo('kb.mc.een')(movedTo('TRIAGED')(AT_RECEIPT)).status).toBe('ASSIGNED'));

  it('keeps its status when another handler takes over', () =>
    expect(assignedTo('kb.mc.twee')(movedTo('IN_ASSESSMENT')(AT_RECEIPT)).status).toBe('IN_ASSESSMENT'));

  it('tells apart what changed', () => {
    expect(sameProgress(AT_RECEIPT, { ...AT_RECEIPT })).toBe(true);
    expect(sameProgress(AT_RECEIPT, judged('LOW')(AT_RECEIPT))).toBe(false);
  });
});
