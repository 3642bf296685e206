import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import {
  acceptanceParameter,
  acceptanceStatement,
  OUTBOX_PARAMETER,
  type AcceptanceRow,
} from './acceptance.statement.js';

/** The accepting statement with its parameters; its text is always the same, so connections keep it prepared. */
@Injectable()
export class AcceptanceQuery {
  readonly text: string;

  constructor(private readonly outbox: Outbox) {
    this.text = acceptanceStatement(outbox.statement([], OUTBOX_PARAMETER).ctes);
  }

  parameters(rows: readonly AcceptanceRow[]): [string, string] {
    const events = rows.flatMap((row) => row.events);
    return [acceptanceParameter(rows), this.outbox.statement(events, OUTBOX_PARAMETER).param];
  }
}
