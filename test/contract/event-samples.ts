import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('./samples/', import.meta.url);

/**
 * The recorded sample of every event type and version ever told. A sample is never changed once released: that it
 * still fits its schema is what keeps old records in the topics readable.
 */
export function eventSamples(): Map<string, unknown> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
      ]),
  );
}
