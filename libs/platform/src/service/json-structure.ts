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

function nameAt(json: string, start: number, end: number): string {
  const name = json.slice(start + 1, end);
  return name.includes('\\') ? (JSON.parse(json.slice(start, end + 1)) as string) : name;
}

const pointerOf = (levels: Level[]): string =>
  levels.reduce((pointer, { at }) => pointerTo(pointer, String(at)), '');

/** Far beyond what any request of ours needs, and far below where code that walks a value runs out of stack. */
const DEEPEST = 32;

/** A body that can be read, but not as it was meant. */
export interface StructureFault {
  code: 'REPEATED_PROPERTY' | 'TOO_DEEP';
  /** RFC 6901; of what is too deep, only where it starts. */
  pointer: string;
}

const tooDeep = (levels: Level[]): StructureFault => ({
  code: 'TOO_DEEP',
  pointer: pointerOf(levels.slice(0, 1)),
});

/**
 * The first name that stands twice in one group, or the first group that lies too deep.
 * @param json text that was parsed already, so that only well-formed JSON gets here
 * @returns undefined when every name stands once and nothing lies too deep
 */
export function structureFault(json: string): StructureFault | undefined {
  const levels: Level[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    const level = levels.at(-1);
    if (code === QUOTE) {
      const end = endOfText(json, index);
      let next = end + 1;
      while (isSpace(json.charCodeAt(next))) next += 1;
      if (json.charCodeAt(next) === COLON && level?.names !== undefined) {
        level.at = nameAt(json, index, end);
        if (level.names.has(level.at)) return { code: 'REPEATED_PROPERTY', pointer: pointerOf(levels) };
        level.names.add(level.at);
      }
      index = end;
    } else if (code === COMMA && typeof level?.at === 'number') level.at += 1;
    else if (levels.length > DEEPEST) return tooDeep(levels);
    else if (json[index] === '{') levels.push({ names: new Set(), at: '' });
    else if (json[index] === '[') levels.push({ names: undefined, at: 0 });
    else if (json[index] === '}' || json[index] === ']') levels.pop();
  }
  return undefined;
}
