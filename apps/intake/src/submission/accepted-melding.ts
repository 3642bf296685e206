import type { Admissibility } from '../admissibility/admissibility.policy.js';

/** What a melder hears once his melding is durable (contract.md 3). The code is told here and never again. */
export interface AcceptedMelding {
  id: string;
  reference: string;
  followUpCode: string;
  receivedAt: string;
  receipt: string;
  admissibility: Admissibility;
}
