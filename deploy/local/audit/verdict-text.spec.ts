import { describe, expect, it } from '@jest/globals';
import { verdictText } from './verdict-text.js';

describe('the verdict on an audit log', () => {
  it('names the first row that is wrong', () => {
    const fault = { kind: 'ALTERED' as const, sequence: 4, entryId: 'b7e1' };
    expect(verdictText('intake', { checked: 3, fault })).toBe(
      'intake: FOUT, regel 4 (b7e1) is gewijzigd; de 3 regels daarvoor zijn in orde',
    );
  });

  it('says how many rows are in order', () => {
    expect(verdictText('intake', { checked: 7, fault: null })).toBe('intake: in orde, 7 regels');
  });
});
