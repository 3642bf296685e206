import type { Level } from '#contracts';
import type { Outcome } from './judgement.js';
import type { RunningSystem } from './running-system.js';

export interface AcceptedMelding {
  id: string;
  reference: string;
}

interface CaseView {
  level: Level;
  reasons: { code: string }[];
  flags: string[];
  queue: string;
  handlerRole: string;
  clocks: { code: string }[];
}

const SENT = new Set(['SENT', 'ACCEPTED', 'DELIVERED']);

/** Asks each service what it knows of a melding now. */
export async function outcomeOf(system: RunningSystem, { id, reference }: AcceptedMelding): Promise<Outcome> {
  const worklist = await system.get<{ items: { id: string; reference: string }[] }>(
    'triage',
    `/api/v1/worklist?q=${reference}`,
  );
  const item = worklist?.items.find((candidate) => candidate.reference === reference);
  const found = item && (await system.get<CaseView>('triage', `/api/v1/cases/${item.id}`));
  const ledger = await system.get<{ dossierNumber: string | null }>('dossierSync', `/api/v1/ledger/${id}`);
  const messages = await system.get<{ items: { template: string; state: string }[] }>(
    'notification',
    `/api/v1/messages?subject=${id}`,
  );
  return {
    ...(found && { level: found.level, queue: found.queue, handlerRole: found.handlerRole }),
    reasons: found?.reasons.map(({ code }) => code) ?? [],
    flags: found?.flags ?? [],
    clocks: found?.clocks.map(({ code }) => code) ?? [],
    ...(ledger?.dossierNumber && { dossierNumber: ledger.dossierNumber }),
    messages: (messages?.items ?? []).filter(({ state }) => SENT.has(state)).map(({ template }) => template),
  };
}
