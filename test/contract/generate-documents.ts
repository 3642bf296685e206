import { mkdirSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { asyncApiDocument, catalogue } from '#contracts';
import { eventSamples } from './event-samples.js';

const folder = new URL('../../docs/api/', import.meta.url);

/** Committed documents that are made from libs/contracts: file name below `docs/api` → its text. */
export function eventDocuments(): Map<string, string> {
  const asyncApi = stringify(asyncApiDocument(eventSamples()), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return new Map([
    ['asyncapi.yaml', `# Generated from libs/contracts by \`npm run contracts\`; do not edit.\n${asyncApi}`],
    ...catalogue
      .all()
      .map((definition): [string, string] => [
        `events/${definition.type}.schema.json`,
        `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: definition.type, description: definition.summary, ...definition.schema }, null, 2)}\n`,
      ]),
  ]);
}

export const documentFile = (name: string): URL => new URL(name, folder);

export function writeDocuments(documents: Map<string, string>): void {
  mkdirSync(documentFile('events/'), { recursive: true });
  for (const [name, text] of documents) writeFileSync(documentFile(name), text);
}
