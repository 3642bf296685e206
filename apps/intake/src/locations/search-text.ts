/** The same word with or without accents, capitals and punctuation. */
export const searchText = (...texts: string[]): string =>
  texts
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words of a search, each to be found somewhere in the name or the municipality. */
export const searchWords = (query: string): string[] =>
  searchText(query)
    .split(' ')
    .filter((word) => word !== '');
