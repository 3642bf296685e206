import { Injectable } from '@nestjs/common';
import { Transactions } from '#messaging';
import {
  AuditLog,
  Clock,
  InvalidInputException,
  type Actor,
  type IdempotentRequest,
  type LocalText,
  type StoredAnswer,
} from '#platform';
import { AcceptanceQuery } from '../submission/acceptance.query.js';
import { MeldingAcceptance } from '../submission/acceptance.service.js';
import { unknownLocation } from '../submission/location.problem.js';
import { meldingFrom } from '../submission/melding.js';
import { answerTo, RepeatableRequests } from '../submission/repeatable.service.js';
import { UnknownLocationError } from '../submission/unknown-location.error.js';
import type { StaffMeldingDto } from './staff-melding.dto.js';

const CLOCK_SLACK_MS = 60_000;
const AHEAD: LocalText = {
  nl: 'Dit tijdstip ligt in de toekomst.',
  en: 'This time lies in the future.',
  fr: 'Ce moment se situe dans le futur.',
};

/** Writes down what came by phone, letter, mail, in person or by a link, and who did (contract.md 4). */
@Injectable()
export class StaffEntry {
  constructor(
    private readonly acceptance: MeldingAcceptance,
    private readonly query: AcceptanceQuery,
    private readonly repeatable: RepeatableRequests,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async enter(
    actor: Actor,
    input: StaffMeldingDto,
    request: IdempotentRequest | undefined,
  ): Promise<StoredAnswer> {
    const melding = meldingFrom(input, {
      channel: input.channel,
      receivedAt: this.receivedAt(input),
      enteredBy: actor.id,
    });
    const companions: Parameters<MeldingAcceptance['accept']>[2] = (answer) =>
      request === undefined ? {} : this.repeatable.companion(request, answer);
    try {
      return answerTo(await this.acceptance.accept(melding, this.writeAs(actor, input), companions));
    } catch (error) {
      if (error instanceof UnknownLocationError) throw unknownLocation(input, error);
      return this.repeatable.firstAnswer(request, error);
    }
  }

  private receivedAt({ receivedAt }: StaffMeldingDto): Date {
    const now = this.clock.now();
    const given = receivedAt === undefined ? now : new Date(receivedAt);
    if (given.getTime() <= now.getTime() + CLOCK_SLACK_MS) return given;
    throw new InvalidInputException((language) => [
      { pointer: '/receivedAt', code: 'IN_THE_FUTURE', message: AHEAD[language] },
    ]);
  }

  /** The entry is in the audit log if and only if the melding is there. */
  private writeAs(
    actor: Actor,
    { channel, kind }: StaffMeldingDto,
  ): Parameters<MeldingAcceptance['accept']>[1] {
    return (make) =>
      this.transactions.run(async (manager) => {
        const row = make();
        const { text, values } = this.query.of([row]);
        await manager.query(text, values);
        await this.audit.record(manager, {
          actor,
          action: 'ENTER_MELDING',
          subject: row.made.id,
          detail: { channel, kind },
        });
        return row;
      });
  }
}
