import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressesOf, type Addresses } from './addresses.js';
import { BOOTSTRAP } from './local-system.js';

const run = promisify(execFile);

/** Set by the global setup of the system tiers. */
export const SYSTEM_VARIABLE = 'OPGROEIPUNT_SYSTEM_UNDER_TEST';

const tokens = new Map<string, Promise<string>>();

interface SystemUnderTest {
  portOffset: number;
  dataDir: string;
  collector: string;
  observed: string;
}

function running(): SystemUnderTest {
  const described = process.env[SYSTEM_VARIABLE];
  if (described === undefined)
    throw new Error('Start these suites with jest.system.config.mjs: no system runs');
  return JSON.parse(described) as SystemUnderTest;
}

/** Base URLs of the system that the suites of this run share. */
export const addresses = (): Addresses => addressesOf(running().portOffset);

/** Folder with what the system shows to who runs it: what it prints, and every span as it was sent. */
export const observedFolder = (): string => running().observed;

/** Where the spans of the system are collected. */
export const traceCollector = (): string => running().collector;

/** Access token of a fixture staff member, by the very command of contract.md 1. */
export function token(username: string): Promise<string> {
  const known = tokens.get(username) ?? askToken(username);
  tokens.set(username, known);
  return known;
}

/** By which a command of the README finds the system of this run. */
export function systemEnvironment(): Record<string, string> {
  const { portOffset, dataDir } = running();
  return { NODE_OPTIONS: '', PORT_OFFSET: String(portOffset), OPGROEIPUNT_DATA_DIR: dataDir };
}

async function askToken(username: string): Promise<string> {
  const { stdout } = await run(process.execPath, [BOOTSTRAP, 'token', username], {
    env: { ...process.env, ...systemEnvironment() },
  });
  return stdout.trim();
}

/** Access token of one of the services, with the secret that the data folder keeps for it. */
export async function serviceToken(service: string): Promise<string> {
  const secrets = JSON.parse(readFileSync(join(running().dataDir, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >;
  const client = `svc-${service}`;
  const basic = Buffer.from(`${client}:${secrets[`client ${client}`]}`).toString('base64');
  const discovery = await fetch(`${addresses().identity}/.well-known/openid-configuration`);
  const { token_endpoint } = (await discovery.json()) as { token_endpoint: string };
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  return access_token;
}
