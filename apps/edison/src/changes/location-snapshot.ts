import type { EnforcementState, LicenceState } from '#contracts';
import type { LocationType, RiskBand, SubsidyStep } from '../locations/location-codes.js';
import type { Location } from '../locations/location.entity.js';

/** A location as it was after a change, complete: who reads the feed needs no other call. */
export interface LocationSnapshot {
  locationId: string;
  revision: number;
  name: string;
  type: LocationType;
  municipality: string;
  nisCode: string;
  province: string | null;
  licensedPlaces: number;
  incomeTariff: boolean;
  subsidyStep: SubsidyStep | null;
  organisatorId: string;
  organisatorName: string;
  spoc: string | null;
  licenceState: LicenceState;
  enforcementState: EnforcementState;
  schorsingEndedOn: string | null;
  riskBand: RiskBand | null;
  /** RFC 3339, UTC. */
  changedAt: string;
}

/** @param location with its organisator loaded */
export const snapshotOf = (location: Location): LocationSnapshot => ({
  locationId: location.id,
  revision: location.revision,
  name: location.name,
  type: location.type,
  municipality: location.municipality,
  nisCode: location.nisCode,
  province: location.province,
  licensedPlaces: location.licensedPlaces,
  incomeTariff: location.incomeTariff,
  subsidyStep: location.subsidyStep,
  organisatorId: location.organisatorId,
  organisatorName: location.organisator.name,
  spoc: location.organisator.spoc,
  licenceState: location.licenceState,
  enforcementState: location.enforcementState,
  schorsingEndedOn: location.schorsingEndedOn,
  riskBand: location.riskBand,
  changedAt: location.changedAt.toISOString(),
});
