import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import { conflictOf } from './acceptance.conflict.js';
import { AcceptancePreparation } from './acceptance.preparation.js';
import type { AcceptanceRow, Companions } from './acceptance.statement.js';
import type { AcceptedMelding } from './accepted-melding.js';
import type { Melding } from './melding.js';
import { UnknownLocationError } from './unknown-location.error.js';

/**
 * Runs the one statement: at once or together with others, or inside a transaction with more in it.
 * @param make all that is written; called once, when it is about to be
 */
export type WriteAccepted = (make: () => AcceptanceRow) => Promise<AcceptanceRow>;

/** What goes into the same statement because of how the melding was sent. */
export type CompanionsOf = (accepted: AcceptedMelding) => Companions;

/** Two numbers of a billion alike, three times in a row, is a broken random generator. */
const MAX_TRIES = 3;

/** Makes a melding durable together with its events, its receipt and all that belongs to it, in one statement. */
@Injectable()
export class MeldingAcceptance {
  constructor(
    private readonly preparation: AcceptancePreparation,
    private readonly outbox: Outbox,
    private readonly manager: EntityManager,
  ) {}

  /** @throws UnknownLocationError, and what the database throws; then nothing was written */
  async accept(melding: Melding, write: WriteAccepted, companions: CompanionsOf): Promise<AcceptedMelding> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(melding, write, companions);
      } catch (error) {
        const conflict = conflictOf(error);
        if (conflict === 'UNKNOWN_LOCATION') throw await this.unknownLocation(melding.coded.locationIds);
        if (conflict !== 'NUMBER_TAKEN' || attempt === MAX_TRIES) throw error;
      }
    }
  }

  private async once(
    melding: Melding,
    write: WriteAccepted,
    companions: CompanionsOf,
  ): Promise<AcceptedMelding> {
    const { accepted, events } = await write(() => this.row(melding, companions));
    this.outbox.wake(events);
    return accepted;
  }

  private row(melding: Melding, companions: CompanionsOf): AcceptanceRow {
    const { accepted, made, events } = this.preparation.prepare(melding);
    return { accepted, made, events: this.outbox.rows(events), ...companions(accepted) };
  }

  private async unknownLocation(ids: string[]): Promise<UnknownLocationError> {
    const known = await this.manager.query<{ id: string }[]>('SELECT id FROM location WHERE id = ANY ($1)', [
      ids,
    ]);
    return new UnknownLocationError(ids.filter((id) => !known.some((location) => location.id === id)));
  }
}
