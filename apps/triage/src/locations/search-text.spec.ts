import { describe, expect, it } from '@jest/globals';
import { searchText } from './search-text.js';

describe('search text of a location', () => {
  it('forgets case, accents and extra spaces', () => {
    expect(searchText('Les  Papillons Inventés', 'Droommolen ')).toBe('les papillons inventes droommolen');
  });
});
