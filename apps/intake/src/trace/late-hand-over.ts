import { isInDossier, NOT_IN_DOSSIER, type Recorded } from './trace.js';

/**
 * Since when a hand-over that nobody confirmed is late: to triage, or to the dossier. Nobody tells intake of it when the
 * service that should have taken over is away itself, so it is seen from what is missing.
 * @returns undefined while nothing is late, or while a delay is told already
 */
export function lateSince(recorded: readonly Recorded[], now: Date, lateAfterMs: number): Date | undefined {
  const received = recorded.find(({ step }) => step === 'RECEIVED');
  if (received === undefined) return undefined;
  const isTriaged = recorded.some(({ step }) => step === 'TRIAGED');
  const inDossier = isInDossier(recorded);
  if (isTriaged && inDossier) return undefined;
  const isToldAlready = !inDossier && recorded.some(({ step }) => NOT_IN_DOSSIER.includes(step));
  const since = new Date(received.at.getTime() + lateAfterMs);
  return isToldAlready || since > now ? undefined : since;
}
