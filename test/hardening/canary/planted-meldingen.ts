import { KINDS, PUBLIC_KINDS, type Kind } from '#contracts';
import { aMelding, type MeldingBody } from '../../journeys/melding.builder.js';
import type { Canary } from './canary.js';

/** A melding of this kind with a canary in every field that takes words. */
export function plantedMelding(kind: Kind, canary: Canary): MeldingBody {
  const { mark, digits } = canary;
  return aMelding({
    kind,
    contact: {
      name: `Jan ${mark}`,
      email: canary.email,
      phone: `+${digits}`,
      address: {
        street: `${mark}straat`,
        houseNumber: digits,
        box: digits,
        postalCode: digits,
        municipality: `${mark}beke`,
      },
    },
    location: { description: canary.sentence('de opvang'), municipality: `${mark}beke` },
    description: `${canary.sentence('wat er gebeurde')} (${kind})`,
    safeTimes: `als ${mark} slaapt`,
    measuresTaken: canary.sentence('wat we deden'),
    desiredOutcome: canary.sentence('wat we willen'),
    ...(kind === 'PERSONEELSTEKORT' ? { personeelstekort: { measures: ['REDUCED_OPENING_HOURS'] } } : {}),
    ...(kind === 'INSPECTIE_ADVIES' ? { inspectieAdvies: { number: 'ZI-2026-0042', advice: 'START' } } : {}),
  });
}

export const publicMeldingen = (canary: Canary): MeldingBody[] =>
  PUBLIC_KINDS.map((kind) => plantedMelding(kind, canary));

export const staffMeldingen = (canary: Canary): MeldingBody[] =>
  KINDS.map((kind) => ({ ...plantedMelding(kind, canary), channel: 'PHONE' }));
