import { ProblemException, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { SqlConditions } from '../queries/sql-conditions.js';
import { visibilityOf } from './visibility.policy.js';
import { onlyVisible } from './visible-cases.js';

/** What does not exist and what is not for your team answer the same, so that nothing can be guessed. */
const notFound = (): ProblemException =>
  new ProblemException(404, {
    code: 'CASE_NOT_FOUND',
    detail: {
      nl: 'Deze zaak bestaat niet, of ze is niet zichtbaar voor jouw team.',
      en: 'This case does not exist, or is not visible for your team.',
      fr: "Ce dossier n'existe pas, ou votre équipe ne peut pas le voir.",
    },
  });

/** Finds a case for somebody, by its own id or by that of its melding. */
@Injectable()
export class VisibleCases {
  /** @throws ProblemException 404 when there is none that this person may see */
  async idOf(manager: EntityManager, actor: Actor, caseOrMeldingId: string): Promise<string> {
    if (!isUUID(caseOrMeldingId)) throw notFound();
    const conditions = new SqlConditions();
    const wanted = conditions.value(caseOrMeldingId);
    conditions.add(`(c.id = ${wanted}::uuid OR c.melding_id = ${wanted}::uuid)`);
    onlyVisible(conditions, visibilityOf(actor));
    const [found] = await manager.query<{ id: string }[]>(
      `SELECT c.id FROM triage_case c WHERE ${conditions.where}`,
      conditions.values,
    );
    if (found === undefined) throw notFound();
    return found.id;
  }
}
