import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BOOTSTRAP } from '../../system/local-system.ts';
import type { LocalStart } from '../stage/local-start.ts';

const run = promisify(execFile);

export interface Page {
  items: { reference: string }[];
  nextCursor: string | null;
}
export type Ask = (query: Record<string, string>) => Promise<Page>;

/** Asks the worklist of a local start over HTTP, as somebody who sees every case. */
export async function askerOf({ addresses, portOffset, dataDir }: LocalStart): Promise<Ask> {
  const { stdout } = await run(process.execPath, [BOOTSTRAP, 'token', 'wacht.een'], {
    env: { ...process.env, NODE_OPTIONS: '', PORT_OFFSET: String(portOffset), OPGROEIPUNT_DATA_DIR: dataDir },
  });
  const headers = { authorization: `Bearer ${stdout.trim()}` };
  return async (query) => {
    const address = `${addresses.triage}/api/v1/worklist?${new URLSearchParams(query).toString()}`;
    const answer = await fetch(address, { headers });
    if (!answer.ok) throw new Error(`the worklist answered ${answer.status}`);
    return (await answer.json()) as Page;
  };
}
