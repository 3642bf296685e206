import { waitUntil } from '../../system/wait-until.js';
import type { Addressed, SystemUnderFaults } from '../machine/system-under-faults.js';
import { randomOf } from '../plan/random.js';
import { Beheerder } from '../run/beheerder.js';
import { metric } from '../run/metric.js';
import type { AcceptedMelding } from '../stream/accepted-melding.js';
import { meldingBodies } from '../stream/melding-bodies.js';
import { PatientClient } from '../stream/patient-client.js';

/** Generous: it bounds a hang and times nothing. */
const PATIENCE_MS = 150_000;

export type Figure = () => Promise<number>;

/** Looks at a system as the one on call does: figures, health and lists, while meldingen come in. */
export class AlertWatch {
  readonly beheerder: Beheerder;
  private readonly bodyOf = meldingBodies(randomOf(1));
  private sent = 0;

  constructor(readonly system: SystemUnderFaults) {
    this.beheerder = new Beheerder(system);
  }

  /** A melding that was accepted, however long that took. */
  async send(): Promise<AcceptedMelding> {
    this.sent += 1;
    const never = new AbortController().signal;
    const client = new PatientClient(this.system.url('intake'), never);
    const accepted = await client.send(this.bodyOf(this.sent));
    if (!accepted) throw new Error('not accepted');
    return accepted;
  }

  /** One try to send a melding, with whatever answer it gets. */
  sendOnce(): Promise<Response> {
    this.sent += 1;
    return fetch(`${this.system.url('intake')}/api/v1/meldingen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(this.bodyOf(this.sent)),
    });
  }

  figure(service: Addressed, name: string, labels: Record<string, string> = {}): Figure {
    return () => metric(this.system, service, name, labels);
  }

  /** Status of a health question; 0 without an answer. */
  health(service: Addressed, question: 'live' | 'ready'): Figure {
    const signal = () => AbortSignal.timeout(3_000);
    return async () => {
      try {
        return (await fetch(`${this.system.url(service)}/health/${question}`, { signal: signal() })).status;
      } catch {
        return 0;
      }
    };
  }

  async until(read: Figure, holds: (value: number) => boolean, what: string): Promise<void> {
    await waitUntil(async () => (holds(await read()) ? true : undefined), what, PATIENCE_MS);
  }
}
