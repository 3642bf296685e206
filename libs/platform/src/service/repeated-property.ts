import { pointerTo } from '../problem/field-errors.js';

interface Level {
  /** Names seen so far; undefined for a list. */
  names: Set<string> | undefined;
  /** Where we are within it: the last name, or the index. */
  at: string | number;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Index of the quote that ends the text which starts after `start`. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  for (;;) {
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
    end = json.indexOf('"', end + 1);
  }
}

const pointerOf = (levels: Level[]): string =>
  levels.reduce((pointer, { at }) => pointerTo(pointer, String(at)), '');

/**
 * The first name that stands twice in one group.
 * @param json text that was parsed already, so that only well-formed JSON gets here
 * @returns RFC 6901 pointer to it; undefined when every name stands once
 */
export function repeatedProperty(json: string): string | undefined {
  const levels: Level[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    const level = levels.at(-1);
    if (code === QUOTE) {
      const end = endOfText(json, index);
      let next = end + 1;
      while (isSpace(json.charCodeAt(next))) next += 1;
      if (json.charCodeAt(next) === COLON && level?.names !== undefined) {
        level.at = JSON.parse(json.slice(index, end + 1)) as string;
        if (level.names.has(level.at)) return pointerOf(levels);
        level.names.add(level.at);
      }
      index = end;
    } else if (code === COMMA && typeof level?.at === 'number') level.at += 1;
    else if (json[index] === '{') levels.push({ names: new Set(), at: '' });
    else if (json[index] === '[') levels.push({ names: undefined, at: 0 });
    else if (json[index] === '}' || json[index] === ']') levels.pop();
  }
  return undefined;
}
