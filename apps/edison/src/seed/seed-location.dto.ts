import { ENFORCEMENT_STATES, LICENCE_STATES, type EnforcementState, type LicenceState } from '#contracts';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsString, Matches, Min, ValidateIf } from 'class-validator';
import {
  LOCATION_TYPES,
  SUBSIDY_STEPS,
  type LocationType,
  type SubsidyStep,
} from '../locations/location-codes.js';

/** A row of locations.json. */
export class SeedLocation {
  @Matches(/^[\w.-]{1,64}$/)
  id: string;

  @IsString()
  @IsNotEmpty()
  organisatorId: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsIn(LOCATION_TYPES)
  type: LocationType;

  @IsInt()
  @Min(0)
  licensedPlaces: number;

  @IsString()
  @IsNotEmpty()
  municipality: string;

  @Matches(/^\d{5}$/)
  nisCode: string;

  @ValidateIf((_row, value) => value !== null)
  @IsString()
  province: string | null;

  @IsBoolean()
  incomeTariff: boolean;

  @ValidateIf((_row, value) => value !== null)
  @IsIn(SUBSIDY_STEPS)
  subsidyStep: SubsidyStep | null;

  @IsIn(LICENCE_STATES)
  licenceState: LicenceState;

  @IsIn(ENFORCEMENT_STATES)
  enforcementState: EnforcementState;
}
