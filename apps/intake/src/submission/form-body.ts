type Value = string | number | boolean | Value[] | { [name: string]: Value };

const LISTS = new Set([
  'answers.conductTypes',
  'themes',
  'alreadyReportedTo',
  'personeelstekort.locationIds',
  'personeelstekort.measures',
]);
const BOOLEANS = new Set(['consentToShareIdentity']);
const NUMBERS = new Set([
  'personeelstekort.absentFte',
  'personeelstekort.totalFte',
  'personeelstekort.affectedPlaces',
]);

const SEGMENT = /^[A-Za-z][A-Za-z0-9]*$/;
const RESERVED = new Set(['constructor', 'prototype']);
const MAX_DEPTH = 4;
/** A Belgian writes "1,5". */
const DECIMAL = /^\d+([.,]\d+)?$/;

const isPath = (segments: string[]): boolean =>
  segments.length <= MAX_DEPTH &&
  segments.every((segment) => SEGMENT.test(segment) && !RESERVED.has(segment));

function valueOf(name: string, given: string[]): Value {
  const [first = ''] = given;
  if (LISTS.has(name))
    return given
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  if (given.length > 1) return given;
  if (BOOLEANS.has(name))
    return ['yes', 'true', 'on'].includes(first) ? true : ['no', 'false'].includes(first) ? false : first;
  return NUMBERS.has(name) && DECIMAL.test(first.trim()) ? Number(first.trim().replace(',', '.')) : first;
}

function put(target: { [name: string]: Value }, [first = '', ...rest]: string[], value: Value): void {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = Object.hasOwn(target, first) ? target[first] : undefined;
  const group = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  target[first] = group;
  put(group, rest, value);
}

/**
 * Reads a plain HTML form into the same shape as the JSON body (contract.md 3): dotted names make groups, a
 * repeated name or commas make a list, "yes" and "true" a boolean, and an empty field was not given. A name that is
 * no path stays as it is, and is refused later as an unknown field.
 */
export function meldingFromForm(text: string): object {
  const fields = new URLSearchParams(text);
  const body: { [name: string]: Value } = {};
  for (const name of new Set(fields.keys())) {
    const given = fields.getAll(name).filter((value) => value.trim() !== '');
    const segments = name.split('.');
    if (given.length > 0) put(body, isPath(segments) ? segments : [`${name} `], valueOf(name, given));
  }
  // A browser sends nothing for a list of boxes of which none is ticked: then no measure was taken (domain.md 3.6.10).
  if (body['kind'] === 'PERSONEELSTEKORT' && body['personeelstekort'] === undefined)
    body['personeelstekort'] = {};
  return body;
}
