import type { TriageCase } from '../cases/triage-case.entity.js';
import type { HandledCase, Person } from './handling.policy.js';

/** An action under way: who does it, when, on which locked case. */
export interface Acting {
  person: Person;
  theCase: TriageCase;
  spoc: string | null;
  at: Date;
  /** What the person wrote, sealed; null when nothing. */
  sealedReason: Buffer | null;
  /** Whether the person named the version of the case that this is based on. */
  basis: 'SEEN_VERSION' | 'ANY_VERSION';
}

export const handledCase = ({ theCase, spoc }: Acting): HandledCase => ({ ...theCase, spoc });
