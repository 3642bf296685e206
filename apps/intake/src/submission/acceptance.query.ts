import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import {
  acceptanceParameters,
  acceptanceStatement,
  OUTBOX_PARAMETER,
  type AcceptanceRow,
} from './acceptance.statement.js';

/** A statement under the name by which connections keep it prepared. */
export interface NamedQuery {
  name: string;
  text: string;
  values: string[];
}

/** The accepting statement with its parameters. It has two texts: most meldingen come without companions. */
@Injectable()
export class AcceptanceQuery {
  private readonly alone: string;
  private readonly withCompanions: string;

  constructor(private readonly outbox: Outbox) {
    const statement = outbox.firstStatement([], OUTBOX_PARAMETER);
    this.alone = acceptanceStatement(statement, false);
    this.withCompanions = acceptanceStatement(statement, true);
  }

  of(rows: readonly AcceptanceRow[]): NamedQuery {
    const { meldingen, companions } = acceptanceParameters(rows);
    const events = rows.flatMap((row) => row.events);
    const values = [meldingen, this.outbox.firstStatement(events, OUTBOX_PARAMETER).param];
    return companions === undefined
      ? { name: 'accept', text: this.alone, values }
      : { name: 'accept-with-companions', text: this.withCompanions, values: [...values, ...companions] };
  }
}
