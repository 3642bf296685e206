import pg from 'pg';
import { HeardClient } from './heard-client.js';

/** Uses of one text before it is prepared: what runs once or twice need not stay with every connection. */
const USES_BEFORE = 3;
/** Texts with lists of varying length could otherwise fill the memory of each connection. */
const MOST_TEXTS = 400;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which connections prepare a text; undefined for one that is not worth it. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_TEXTS) return known;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < USES_BEFORE) {
    if (uses.size >= MOST_TEXTS * 10) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  uses.delete(text);
  const name = `p${names.size}`;
  names.set(text, name);
  return name;
}

function prepared(config: unknown, values: unknown): unknown {
  if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0) return config;
  const name = nameOf(config);
  return name === undefined ? config : { name, text: config };
}

const plainQuery: unknown = Reflect.get(pg.Client.prototype, 'query');

/**
 * A connection that lets the server keep the plans of statements that come again and again, and that sends what is
 * asked in one turn of the event loop by one write. Reading and planning a statement costs the server more than most
 * of ours take to run.
 */
export class PreparingClient extends HeardClient {}

Object.defineProperty(PreparingClient.prototype, 'query', {
  value(this: PreparingClient, config: unknown, values: unknown, ...rest: unknown[]): unknown {
    if (typeof plainQuery !== 'function') throw new TypeError('pg.Client has no query');
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    return Reflect.apply(plainQuery, this, [prepared(config, values), values, ...rest]);
  },
});
