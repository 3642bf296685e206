/** Requests as they stand in the API documents; the contract tier sends each to the running system. */
export const STAFF_MELDING_EXAMPLES = {
  byPhone: {
    summary: 'A danger situation that was phoned in',
    value: {
      channel: 'PHONE',
      receivedAt: '2026-11-20T09:12:00Z',
      kind: 'GEVAARSITUATIE',
      submitterType: 'MEDEWERKER',
      identityMode: 'CONFIDENTIAL',
      contact: { name: 'Voorbeeld Medewerker', phone: '+3200000000' },
      location: { id: 'L07' },
      factDate: '2026-11-19',
      description: 'Er hangt al sinds gisteren een vreemde geur in de keuken naast de slaapruimte.',
      answers: { immediateDanger: 'unknown', premisesConcern: 'fire_gas_co', ongoing: 'continuing' },
    },
  },
  inspectieAdvies: {
    summary: 'An advice of Zorginspectie through the system link',
    value: {
      channel: 'SYSTEM',
      kind: 'INSPECTIE_ADVIES',
      submitterType: 'ZORGINSPECTIE',
      location: { id: 'L03' },
      description: 'Advies na het inspectiebezoek: zie het inspectieverslag in MODULAR.',
      inspectieAdvies: { number: 'MOD-2026-0042', advice: 'START', inspectedOn: '2026-10-14' },
    },
  },
};
