import type { LocationState } from '../urgency/index.js';
import type { KnownLocation } from './known-location.entity.js';

/** What the policy may know of a location. */
export function locationState(location: KnownLocation): LocationState {
  const { licenceState, enforcementState, riskBand, schorsingEndedOn } = location;
  return { licenceState, enforcementState, riskBand, schorsingEndedOn };
}
