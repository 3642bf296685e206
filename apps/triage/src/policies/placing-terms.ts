import type { UrgencyPolicy } from '../urgency/index.js';

/** The part of a policy that says where a case goes and when it is due. */
export type PlacingTerms = Pick<UrgencyPolicy, 'version' | 'contentHash' | 'routing' | 'clocks'>;
