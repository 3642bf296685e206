/** In which capacity somebody reports; domain.md 2.2. */
export const SUBMITTER_TYPES = [
  'OUDER',
  'FAMILIE',
  'MEDEWERKER',
  'EX_MEDEWERKER',
  'STAGIAIR',
  'ORGANISATOR',
  'VERANTWOORDELIJKE',
  'BURGER',
  'ARTS',
  'ZIEKENHUIS',
  'VERTROUWENSCENTRUM',
  'SCHOOL_OPLEIDING',
  'LOKAAL_BESTUUR',
  'LOKAAL_LOKET',
  'ZORGINSPECTIE',
  'POLITIE_PARKET',
  'KIND_EN_GEZIN_INTERN',
  'ANDERE_PARTNER',
  'ONBEKEND',
] as const;
export type SubmitterType = (typeof SUBMITTER_TYPES)[number];

/** How far we may know and use the melder's name; domain.md 9.2. */
export const IDENTITY_MODES = ['KNOWN', 'CONFIDENTIAL', 'ANONYMOUS'] as const;
export type IdentityMode = (typeof IDENTITY_MODES)[number];

/** How the message came in; domain.md 2.3 `channel`. */
export const CHANNELS = ['WEB', 'PHONE', 'EMAIL', 'LETTER', 'ON_SITE', 'SYSTEM'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels that staff enter by hand or a system link uses; contract.md 4. */
export const STAFF_CHANNELS = ['PHONE', 'EMAIL', 'LETTER', 'ON_SITE', 'SYSTEM'] as const;
export type StaffChannel = (typeof STAFF_CHANNELS)[number];

export const PREFERRED_CHANNELS = ['EMAIL', 'PHONE', 'LETTER', 'NONE'] as const;
export type PreferredChannel = (typeof PREFERRED_CHANNELS)[number];

export const LANGUAGES = ['nl', 'fr', 'en'] as const;
