/** A kind of test; where its files lie decides which they are. */
export interface Tier {
  name: string;
  title: string;
  /** Tests of a file within the repository, with forward slashes. */
  owns(file: string): boolean;
}

/** Test files that cannot run on a machine without what `needs` names. */
export const KAFKA_FILE = /kafka.*\.spec\.ts$|^test\/compose\//;

const matching = (pattern: RegExp) => (file: string) => pattern.test(file);

/** In the order in which they run; the first tier that owns a file has it. */
export const TIERS: Tier[] = [
  {
    name: 'conformance',
    title: 'garanties van het berichtenverkeer',
    owns: matching(/^libs\/messaging\/test\/.*conformance/),
  },
  {
    name: 'unit',
    title: 'los van alles',
    owns: matching(/^(apps|libs)\/[^/]+\/src\/|^deploy\/(?!test\/)|^test\/faults\/[^/]+\//),
  },
  {
    name: 'integration',
    title: 'met echte servers',
    owns: matching(/^(apps|libs)\/[^/]+\/(test|examples)\/|^deploy\/test\/|^test\/system\//),
  },
  { name: 'contract', title: 'afspraken met andere programma’s', owns: matching(/^test\/contract\//) },
  { name: 'journeys', title: 'verhalen door het hele systeem', owns: matching(/^test\/journeys\//) },
  { name: 'browser', title: 'in de browser', owns: matching(/^test\/browser\//) },
  { name: 'hardening', title: 'moeilijk te breken', owns: matching(/^test\/hardening\//) },
  { name: 'compose', title: 'zoals docker-compose.yml het start', owns: matching(/^test\/compose\//) },
  { name: 'faults', title: 'terwijl van alles stukgaat', owns: matching(/^test\/faults\//) },
];

export function tierOf(file: string): Tier | undefined {
  return TIERS.find((tier) => tier.owns(file));
}
