import type { PlacingTerms } from './placing-terms.js';

/**
 * Places cases while no policy can be used, so that each is seen nevertheless: every melding is then HIGH and for
 * crisis duty (domain.md 3.2.8). The terms are those of domain.md 3.1 that run by the wall clock, which need no
 * calendar; a policy that is usable again replaces them.
 */
export const EMERGENCY_TERMS: PlacingTerms = {
  version: 'none',
  contentHash: 'none',
  routing: {
    teamByProvince: {},
    defaultTeam: 'CENTRAAL',
    generalKinds: [],
    handlerRules: [{ handlerRole: 'klantenbeheerder_meldingen_communicatie' }],
  },
  clocks: {
    office: { zone: 'Europe/Brussels', opensAt: '09:00', closesAt: '17:00', holidaysOf: 'BE', closures: [] },
    byLevel: {
      CRISIS: {
        code: 'CRISIS',
        decisiveStep: 'FIRST_DECISION',
        steps: [
          { step: 'PICK_UP', term: { minutes: 15, minutesOutsideOffice: 30 } },
          { step: 'FIRST_DECISION', term: { hours: 4 } },
          { step: 'TERUGKOPPELING', term: { hours: 24 } },
        ],
      },
      HIGH: wallClock('HIGH_24H'),
      NORMAL: wallClock('NORMAL'),
      LOW: wallClock('LOW'),
    },
    byKind: [],
  },
};

/** Nothing is lower than HIGH here, whatever level a case had before. */
function wallClock(code: 'HIGH_24H' | 'NORMAL' | 'LOW'): PlacingTerms['clocks']['byLevel']['HIGH'] {
  return {
    code,
    decisiveStep: 'FIRST_DECISION',
    steps: [
      { step: 'PICK_UP', term: { hours: 12 } },
      { step: 'FIRST_DECISION', term: { hours: 24 } },
    ],
  };
}
