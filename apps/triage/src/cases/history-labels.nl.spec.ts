import { describe, expect, it } from '@jest/globals';
import { historyLabel } from './history-labels.nl.js';

const nameOf = (username: string): string | null => (username === 'kb.mc.een' ? 'Mila Denkens' : null);

describe('history of a case in plain Dutch', () => {
  it('names who got the case', () => {
    expect(historyLabel('ASSIGNED', { assignee: 'kb.mc.een' }, nameOf)).toBe('Toegewezen aan Mila Denkens');
  });

  it('falls back on the user name', () => {
    expect(historyLabel('ASSIGNED', { assignee: 'kb.oud' }, nameOf)).toBe('Toegewezen aan kb.oud');
  });

  it('tells why a level changed', () => {
    const detail = { level: 'CRISIS', previousLevel: 'HIGH', cause: 'HISTORY' } as const;
    expect(historyLabel('LEVEL_CHANGED', detail, nameOf)).toBe(
      'Urgentie van dringend naar crisis door een andere melding over deze opvang',
    );
  });

  it('tells that reading the text changed nothing', () => {
    const detail = { level: 'NORMAL', previousLevel: 'NORMAL', cause: 'TEXT_ASSESSED' } as const;
    expect(historyLabel('TEXT_ASSESSED', detail, nameOf)).toBe(
      'Urgentie blijft normaal na het lezen van de tekst',
    );
  });
});
