import type { Addressed, SystemUnderFaults } from '../machine/system-under-faults.js';

/** Sum of a figure over its labels, of those lines that hold each of the given labels; 0 without such a line. */
export async function metric(
  system: SystemUnderFaults,
  service: Addressed,
  name: string,
  labels: Record<string, string> = {},
): Promise<number> {
  const answer = await fetch(`${system.url(service)}/metrics`);
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return (await answer.text())
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => wanted.every((text) => line.includes(text)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
