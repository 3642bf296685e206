import type { CodedMelding } from '#contracts';
import { Gathered } from '#messaging';
import { insertRows, readRows, updateRows } from '#platform';
import { Injectable } from '@nestjs/common';
import { EntityNotFoundError, type EntityManager } from 'typeorm';
import { TriageCase } from './triage-case.entity.js';

/** Reading and writing cases: those of one batch by one statement. */
@Injectable()
export class Cases {
  private readonly found = new Gathered((manager: EntityManager, ids: string[]) =>
    // Always in the same order, so that two batches never wait for each other.
    readRows(manager, TriageCase, 'WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]).then((rows) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
  );
  private readonly added = new Gathered((manager: EntityManager, cases: TriageCase[]) =>
    insertRows(manager, TriageCase, cases).then(() => cases),
  );
  private readonly saved = new Gathered((manager: EntityManager, cases: TriageCase[]) =>
    updateRows(manager, TriageCase, cases).then(() => cases),
  );

  /** Those of the given meldingen that have no case yet. */
  async without(manager: EntityManager, meldingen: readonly CodedMelding[]): Promise<CodedMelding[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT melding_id AS id FROM triage_case WHERE melding_id = ANY($1::uuid[])',
      [meldingen.map(({ meldingId }) => meldingId)],
    );
    const known = new Set(rows.map(({ id }) => id));
    return meldingen.filter(({ meldingId }) => !known.has(meldingId));
  }

  /** Reads a case and keeps others from changing it until the transaction ends. @throws EntityNotFoundError */
  async locked(manager: EntityManager, id: string): Promise<TriageCase> {
    const theCase = await this.found.ask(manager, id);
    if (theCase === undefined) throw new EntityNotFoundError(TriageCase, { id });
    return theCase;
  }

  async add(manager: EntityManager, theCase: TriageCase): Promise<void> {
    await this.added.ask(manager, theCase);
  }

  /** Writes a locked case back, as a further version. */
  async save(manager: EntityManager, theCase: TriageCase): Promise<void> {
    theCase.version += 1;
    await this.saved.ask(manager, theCase);
  }
}
