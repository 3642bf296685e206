import { setTimeout as pause } from 'node:timers/promises';
import type { AcceptedMelding } from './accepted-melding.js';
import { meldingBodies } from './melding-bodies.js';
import { PatientClient } from './patient-client.js';

const EVERY_MS = 700;
const TWICE_IN = 10;
/** More melders than this do not wait for an answer at once: retrying, they would keep a slow start from ending. */
const MOST_WAITING = 10;
const GIVE_UP_AFTER_MS = 45_000;

export interface StreamResult {
  sent: number;
  accepted: AcceptedMelding[];
  /** No answer until giving up: whether these were taken nobody was told. */
  unanswered: number;
}

/** Meldingen that keep coming in, whatever happens to the system. */
export class MeldingStream {
  private readonly ending = new AbortController();
  private readonly givingUp = new AbortController();
  private readonly inFlight: Promise<AcceptedMelding | undefined>[] = [];
  private waiting = 0;
  private readonly client: PatientClient;
  private readonly running: Promise<void>;

  constructor(intakeUrl: string, random: () => number) {
    this.client = new PatientClient(intakeUrl, this.givingUp.signal);
    this.running = this.run(meldingBodies(random));
  }

  /** Sends no new ones and waits until each was answered. */
  async end(): Promise<StreamResult> {
    this.ending.abort();
    await this.running;
    const patience = setTimeout(() => this.givingUp.abort(), GIVE_UP_AFTER_MS);
    const answers = await Promise.all(this.inFlight).finally(() => clearTimeout(patience));
    const accepted = answers.filter((answer) => answer !== undefined);
    return { sent: answers.length, accepted, unanswered: answers.length - accepted.length };
  }

  private async run(bodyOf: (index: number) => object): Promise<void> {
    for (let index = 1; !this.ending.signal.aborted;) {
      if (this.waiting < MOST_WAITING) {
        this.sendOne(index, bodyOf(index));
        index += 1;
      }
      await pause(EVERY_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private sendOne(index: number, body: object): void {
    this.waiting += 1;
    const sending = index % TWICE_IN === 0 ? this.client.sendTwice(body) : this.client.send(body);
    this.inFlight.push(sending);
    sending
      .catch(() => undefined) // told at the end
      .finally(() => {
        this.waiting -= 1;
      });
  }
}
