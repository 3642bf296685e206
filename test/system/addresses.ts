/** Default ports of contract.md 1; `PORT_OFFSET` moves them all. */
const DEFAULT_PORTS = {
  portal: 3000,
  intake: 3001,
  triage: 3002,
  dossierSync: 3003,
  notification: 3004,
  edison: 3005,
  identity: 3006,
  mail: 3026,
} as const;

export type Part = keyof typeof DEFAULT_PORTS;
export type Addresses = Record<Part, string>;

const HIDDEN_PORTS = { smtp: 3025, bounces: 3027, postgres: 3032 };

/** Every port that a system with this offset takes. */
export const portsOf = (offset: number): number[] =>
  [...Object.values(DEFAULT_PORTS), ...Object.values(HIDDEN_PORTS)].map((port) => port + offset);

/** Base URL of every part of a system with this offset. */
export function addressesOf(offset: number): Addresses {
  const entries = Object.entries(DEFAULT_PORTS).map(([part, port]) => [
    part,
    `http://127.0.0.1:${port + offset}`,
  ]);
  return Object.fromEntries(entries) as Addresses;
}
