export const LOCATION_TYPES = ['GROEPSOPVANG', 'GEZINSOPVANG'] as const;
export type LocationType = (typeof LOCATION_TYPES)[number];

export const RISK_BANDS = ['TOP', 'HIGH', 'MEDIUM', 'LOW'] as const;
export type RiskBand = (typeof RISK_BANDS)[number];

/** Subsidy steps in use (domain.md 5.2); derived for a location, granted to a group of an organisator. */
export const SUBSIDY_STEPS = ['T0', 'T1', 'T2A', 'T2B', 'T2A+T2B', 'T3'] as const;
export type SubsidyStep = (typeof SUBSIDY_STEPS)[number];
