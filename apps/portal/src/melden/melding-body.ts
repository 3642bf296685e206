import type { FormValues } from '../design/form-values.js';
import { isDay, isNumber } from './field-kinds.js';
import { ADDRESS_PARTS, LOCATION_DESCRIPTION, LOCATION_ID, LOCATION_MUNICIPALITY } from './field-names.js';
import type { FormDefinition, FormField } from './form-definition.js';
import { readDay } from './form-day.js';
import { readNumber } from './form-number.js';

type Json = string | number | boolean | string[] | { [name: string]: Json };
type Group = { [name: string]: Json };

function put(body: Group, path: string, value: Json): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const inner = body[first];
  const group: Group = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  body[first] = group;
  put(group, rest.join('.'), value);
}

function putText(body: Group, name: string, values: FormValues): void {
  const text = values.text(name);
  if (text !== '') put(body, name, text);
}

/** Several locations go with a personeelstekort only; the first is the location of the melding. */
function putLocation(body: Group, kind: string, values: FormValues): void {
  const [first, ...others] = values.all(LOCATION_ID);
  if (first === undefined) {
    for (const name of [LOCATION_DESCRIPTION, LOCATION_MUNICIPALITY]) putText(body, name, values);
    return;
  }
  put(body, LOCATION_ID, first);
  if (kind === 'PERSONEELSTEKORT' && others.length > 0)
    put(body, 'personeelstekort.locationIds', [first, ...others]);
}

function readText(field: FormField, text: string): Json {
  if (isDay(field.field)) return readDay(text) ?? text;
  if (isNumber(field.field)) return readNumber(text) ?? text;
  return field.field === 'consentToShareIdentity' ? text === 'true' : text;
}

function putField(body: Group, kind: string, field: FormField, values: FormValues): void {
  if (field.field === 'location') putLocation(body, kind, values);
  else if (field.field === 'contact.address')
    for (const part of ADDRESS_PARTS) putText(body, part.name, values);
  else if (field.multiple) {
    const chosen = values.all(field.field);
    if (chosen.length > 0) put(body, field.field, chosen);
  } else {
    const text = values.text(field.field);
    if (text !== '') put(body, field.field, readText(field, text));
  }
}

/**
 * The body of `POST /api/v1/meldingen` (contract.md 3). What was left open is left out: not answered is never "no".
 * Somebody who chooses to stay anonymous after all sends no contact data, also when it was already typed.
 */
export function meldingBody(definition: FormDefinition, values: FormValues): object {
  const { kind, fields } = definition;
  const body: Group = { kind, language: 'nl' };
  if (kind === 'PERSONEELSTEKORT') body['personeelstekort'] = {};
  for (const field of fields) putField(body, kind, field, values);
  if (values.text('identityMode') === 'ANONYMOUS') delete body['contact'];
  return body;
}
