// Loaded into a process before its program: when the file `OLDER_SCHEMA_FILE` is there, the program is an older
// release of itself. The file holds {"event type": "field"}: fields of events that this release does not know yet.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const CATALOGUE = '/libs/contracts/src/events/catalogue.js';
const file = process.env.OLDER_SCHEMA_FILE ?? '';

if (existsSync(file)) {
  const older = `
    for (const [type, field] of Object.entries(${readFileSync(file, 'utf8')})) {
      const definition = catalogue.find(type);
      const { [field]: unknown, ...properties } = definition.schema.properties;
      if (unknown === undefined) throw new Error(type + ' has no field ' + field);
      const required = definition.schema.required.filter((name) => name !== field);
      definition.schema = { ...definition.schema, properties, required };
    }`;
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      return url.endsWith(CATALOGUE) ? { ...loaded, source: `${loaded.source}\n${older}` } : loaded;
    },
  });
}
