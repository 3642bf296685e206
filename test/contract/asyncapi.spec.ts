import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApiDocument, catalogue } from '#contracts';
import { eventSamples } from './event-samples.js';
import { documentFile, eventDocuments, writeDocuments } from './generate-documents.js';

if (process.env.UPDATE_CONTRACTS === '1') writeDocuments(eventDocuments());

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const samples = eventSamples();

describe('AsyncAPI', () => {
  it('is a valid AsyncAPI 3.0 document', () => {
    const validator = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const valid = validator.validate(specs.schemasWithoutId['3.0.0'], asyncApiDocument(samples));
    expect(validator.errors).toBeNull();
    expect(valid).toBe(true);
  });

  it.each([...eventDocuments()])('%s is committed as generated', (name, text) => {
    expect(readFileSync(documentFile(name), 'utf8')).toBe(text);
  });
});

describe('recorded samples', () => {
  it('exist for every event type', () => {
    expect([...samples.keys()].sort()).toEqual(
      catalogue
        .all()
        .map((definition) => definition.type)
        .sort(),
    );
  });

  it.each(catalogue.all())('$type fits its schema', (definition) => {
    ajv.validate(definition.schema, samples.get(definition.type));
    expect(ajv.errors).toBeNull();
  });

  it.each(catalogue.all())('$type refuses an unknown property', (definition) => {
    expect(ajv.validate(definition.schema, { ...Object(samples.get(definition.type)), naam: 'x' })).toBe(
      false,
    );
  });
});
