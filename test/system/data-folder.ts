import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM_VARIABLE } from './system-under-test.js';

interface Running {
  portOffset: number;
  dataDir: string;
}

const running = (): Running => JSON.parse(process.env[SYSTEM_VARIABLE] ?? '{}') as Running;

/** The folder with everything that the system of this run keeps. */
export const dataFolder = (): string => running().dataDir;

const SERVICE_DATABASES = ['edison', 'dossier_sync', 'intake', 'triage', 'notification', 'portal'] as const;
export type ServiceDatabase = (typeof SERVICE_DATABASES)[number];
export const serviceDatabases = (): readonly ServiceDatabase[] => SERVICE_DATABASES;

/** Address of a database, for an operator who may see everything. */
export function databaseUrl(database: ServiceDatabase | 'postgres'): string {
  const secrets = JSON.parse(readFileSync(join(dataFolder(), 'secrets.json'), 'utf8')) as Record<
    string,
    string | undefined
  >;
  const name = database === 'postgres' ? database : `opgroeipunt_${database}`;
  return `postgres://postgres:${secrets['postgres']}@127.0.0.1:${3032 + running().portOffset}/${name}`;
}
