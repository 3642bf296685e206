/** Kind of the durable work that tells the store about one melding. */
export const HAND_OVER = 'hand-over-to-dossier';

export interface HandOverWork {
  meldingId: string;
}
