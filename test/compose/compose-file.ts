import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { interpolate } from './interpolate.js';

export type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

/** A service of docker-compose.yml, as far as it can be shown without a container engine. */
export interface ComposeService {
  name: string;
  image: string;
  command: string[];
  environment: Record<string, string>;
  dependsOn: { service: string; condition: Condition }[];
  healthTest: string[] | undefined;
  /** Names that other services find it under. */
  aliases: string[];
  /** Port on this machine → port in the container. */
  published: { host: number; container: number }[];
  /** Folders in the container that a volume keeps. */
  volumes: string[];
}

interface RawService {
  image: string;
  command?: string[];
  environment?: Record<string, string | number | null>;
  depends_on?: Record<string, { condition: Condition }>;
  healthcheck?: { test: string[] };
  networks?: { default?: { aliases?: string[] } };
  ports?: string[];
  volumes?: string[];
}

const KNOWN_KEYS = new Set([
  ...['image', 'build', 'restart', 'init', 'read_only', 'tmpfs', 'cap_drop', 'security_opt'],
  ...['command', 'environment', 'depends_on', 'healthcheck', 'networks', 'ports', 'volumes'],
]);

/** Reads the compose file with the variables of an environment; a key that is not understood is an error. */
export function readComposeFile(file: string, env: Record<string, string | undefined>): ComposeService[] {
  const { services } = parse(interpolate(readFileSync(file, 'utf8'), env), { merge: true }) as {
    services: Record<string, RawService>;
  };
  return Object.entries(services).map(([name, raw]) => {
    const unknown = Object.keys(raw).filter((key) => !KNOWN_KEYS.has(key));
    if (unknown.length > 0) throw new Error(`${name}: ${unknown.join(', ')} is not understood by this test`);
    return {
      name,
      image: raw.image,
      command: raw.command ?? [],
      environment: Object.fromEntries(
        Object.entries(raw.environment ?? {}).map(([key, value]) => [key, String(value ?? '')]),
      ),
      dependsOn: Object.entries(raw.depends_on ?? {}).map(([service, { condition }]) => ({
        service,
        condition,
      })),
      healthTest: raw.healthcheck?.test.slice(1),
      aliases: [name, ...(raw.networks?.default?.aliases ?? [])],
      published: (raw.ports ?? []).map(publishedPort),
      volumes: (raw.volumes ?? []).map((volume) => volume.split(':')[1] ?? ''),
    };
  });
}

function publishedPort(text: string): { host: number; container: number } {
  const [address, host, container] = text.split(':');
  if (address !== '127.0.0.1' || !host || !container)
    throw new Error(`port ${text} is not published on this machine alone`);
  return { host: Number(host), container: Number(container) };
}
