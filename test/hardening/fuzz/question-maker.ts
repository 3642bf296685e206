import type { Addresses } from '../../system/addresses.js';
import type { Question } from '../asking/ask.js';
import type { Endpoint } from '../authorisation/endpoint.js';
import { mayAsk, type Visitor } from '../authorisation/visitor.js';
import { HOSTILE_TEXTS } from './hostile-values.js';
import type { Schema, ValueMaker } from './from-schema.js';
import type { Random } from './random.js';

export interface Parameter {
  in: string;
  name: string;
  schema?: Schema;
}

export interface FuzzedOperation extends Endpoint {
  parameters: Parameter[];
  bodySchema: Schema | undefined;
}

export interface KnownToken {
  visitor: Visitor;
  token: string;
}

/** What the requests are about. */
export interface Surroundings {
  bases: Addresses;
  tokens: readonly KnownToken[];
  /** Of things that exist. */
  ids: readonly string[];
}

const OTHER_IDS = ['L02', 'L99', '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f'];
const NO_TOKEN = 'no.token.atall';
const MEDIA_TYPES = [
  'text/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/jsonx',
  '',
];

/** Lone surrogates have no percent-encoding; the bytes of one do. */
const encoded = (text: string): string =>
  text.isWellFormed() ? encodeURIComponent(text) : `%ed%a0%80${encodeURIComponent(text.toWellFormed())}`;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** Makes one request to an operation: good in most parts, hostile in some. */
export class QuestionMaker {
  constructor(
    private readonly random: Random,
    private readonly values: ValueMaker,
    private readonly around: Surroundings,
  ) {}

  make(operation: FuzzedOperation): Question {
    const body = this.bodyOf(operation);
    return {
      base: this.around.bases[operation.part],
      method: operation.method,
      path: `${this.pathOf(operation)}${this.queryOf(operation)}`.slice(0, 12_000),
      headers: this.headersOf(operation, body !== undefined),
      ...(body === undefined ? {} : { body }),
    };
  }

  private pathOf({ path }: FuzzedOperation): string {
    return path.replaceAll(/\{\w+\}/g, () =>
      this.random.chance(0.7)
        ? this.random.one([...this.around.ids, ...OTHER_IDS])
        : encoded(this.random.one(HOSTILE_TEXTS)),
    );
  }

  private queryOf({ parameters }: FuzzedOperation): string {
    const given = parameters.filter(({ in: place }) => place === 'query' && this.random.chance(0.5));
    const pairs = given.map(
      ({ name, schema }) => `${name}=${encoded(asText(this.values.make(schema ?? {})))}`,
    );
    if (this.random.chance(0.1)) pairs.push(...pairs);
    if (this.random.chance(0.05)) pairs.push(`${encoded(this.random.one(HOSTILE_TEXTS))}=1`);
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  }

  /** Mostly of somebody who may ask this, so that the rest of the request is read too. */
  private tokenFor(operation: FuzzedOperation): string {
    const allowed = this.around.tokens.filter(({ visitor }) => mayAsk(visitor, operation));
    if (allowed.length > 0 && this.random.chance(0.7)) return this.random.one(allowed).token;
    return this.random.chance(0.8) ? this.random.one(this.around.tokens).token : NO_TOKEN;
  }

  private headersOf(operation: FuzzedOperation, withBody: boolean): Record<string, string> {
    const { parameters } = operation;
    const headers: Record<string, string> = {};
    if (this.random.chance(0.85)) headers['authorization'] = `Bearer ${this.tokenFor(operation)}`;
    if (withBody) {
      headers['content-type'] = this.random.chance(0.92) ? 'application/json' : this.random.one(MEDIA_TYPES);
    }
    for (const { name } of parameters.filter((parameter) => parameter.in === 'header')) {
      if (name.toLowerCase() === 'authorization' || this.random.chance(0.7)) continue;
      headers[name.toLowerCase()] = this.random.one([
        'x',
        '"1"',
        'a'.repeat(201),
        `"${'9'.repeat(30)}"`,
        '*',
      ]);
    }
    if (this.random.chance(0.1))
      headers['accept-language'] = this.random.one(['en', 'fr-BE', 'xx;q=NaN', ';;,,', '*']);
    return headers;
  }

  private bodyOf({ method, bodySchema }: FuzzedOperation): string | Buffer | undefined {
    if (method === 'GET') return undefined;
    const good = JSON.stringify(this.values.make(bodySchema ?? {})) ?? '';
    if (this.random.chance(0.9)) return good;
    return this.random.one([
      '',
      good.slice(0, -1),
      `${good}${good}`,
      good.replace('{', '{"__proto__":{"polluted":1},'),
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      Buffer.from([0xff, 0xfe, 0x00, 0x7b]),
      'x'.repeat(1_100_000),
    ]);
  }
}
