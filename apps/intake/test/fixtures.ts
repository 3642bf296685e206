import { readFile } from 'node:fs/promises';

export interface FixtureMelding {
  id: string;
  channel: string;
  melding: Record<string, unknown> & { kind: string; description: string };
}

interface FixtureLocation {
  id: string;
  organisatorId: string;
  name: string;
  type: string;
  licensedPlaces: number;
  municipality: string;
  nisCode: string;
  province: string;
  incomeTariff: boolean;
  subsidyStep: string;
  licenceState: string;
  enforcementState: string;
}

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../../deploy/fixtures/${name}.json`, import.meta.url), 'utf8')) as T;

export const fixtureMeldingen = (): Promise<FixtureMelding[]> => read('meldingen');

/** The fixture locations as dossier-sync would tell them. */
export async function locationEvents(): Promise<object[]> {
  const locations = await read<FixtureLocation[]>('locations');
  return locations.map(({ id, ...location }) => ({
    locationId: id,
    revision: 1,
    ...location,
    organisatorName: 'Verzonnen organisator',
    spoc: 'kb.ko.een',
    schorsingEndedOn: null,
    riskBand: null,
    changedAt: '2026-11-01T08:00:00.000Z',
  }));
}
