import { appendFileSync } from 'node:fs';
import type { LocalSystem } from './local-system.ts';

/** Keeps in a file what a system printed so far and prints from now on. */
export function keepOutput({ process: { stdout, stderr }, output }: LocalSystem, file: string): void {
  appendFileSync(file, output());
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => appendFileSync(file, chunk));
}
