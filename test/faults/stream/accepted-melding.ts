/** A melding that intake answered with 201: from then on it may not get lost. */
export interface AcceptedMelding {
  id: string;
  reference: string;
  idempotencyKey: string;
  /** How often it was sent before the 201 came. */
  tries: number;
}
