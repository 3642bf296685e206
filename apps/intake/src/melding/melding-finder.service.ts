import { Injectable } from '@nestjs/common';
import { Any, In, type EntityManager } from 'typeorm';
import { Gathered } from '#messaging';
import { ProblemException, type Actor } from '#platform';
import { MeldingHandlingEntity } from '../handling/melding-handling.entity.js';
import { LocationEntity } from '../locations/location.entity.js';
import { isVisible } from './visibility.policy.js';
import { MeldingEntity } from './melding.entity.js';

export interface FoundMelding {
  melding: MeldingEntity;
  handling: MeldingHandlingEntity | null;
  locations: LocationEntity[];
}

/** What does not exist and what is not for your team answer the same, so that nothing can be guessed. */
const notFound = (): ProblemException =>
  new ProblemException(404, {
    code: 'MELDING_NOT_FOUND',
    detail: {
      nl: 'Deze melding bestaat niet, of ze is niet zichtbaar voor jouw team.',
      en: 'This melding does not exist, or your team does not see it.',
      fr: "Ce signalement n'existe pas, ou votre équipe ne peut pas le voir.",
    },
  });

@Injectable()
export class MeldingFinder {
  private readonly gathered = new Gathered((manager: EntityManager, ids: string[]) =>
    this.meldingenById(manager, ids),
  );

  /** @throws ProblemException 404 when there is none */
  async meldingById(manager: EntityManager, id: string): Promise<MeldingEntity> {
    const melding = await this.gathered.ask(manager, id);
    if (melding === undefined) throw notFound();
    return melding;
  }

  /** One for each id; undefined where there is none. */
  async meldingenById(manager: EntityManager, ids: string[]): Promise<(MeldingEntity | undefined)[]> {
    const found = await manager.findBy(MeldingEntity, { id: Any(ids) });
    return ids.map((id) => found.find((melding) => melding.id === id));
  }

  /** @throws ProblemException 404 when there is none */
  async byId(manager: EntityManager, id: string): Promise<FoundMelding> {
    const melding = await this.meldingById(manager, id);
    const handling = await manager.findOneBy(MeldingHandlingEntity, { meldingId: id });
    const locations = await manager.findBy(LocationEntity, { id: In(melding.locationIds) });
    return { melding, handling, locations };
  }

  /** @throws ProblemException 404 when there is none that this person may see */
  async visibleTo(actor: Actor, manager: EntityManager, id: string): Promise<FoundMelding> {
    const found = await this.byId(manager, id);
    const { melding, handling, locations } = found;
    const whereabouts = {
      team: handling?.team ?? null,
      handlerRole: handling?.handlerRole ?? null,
      assignee: handling?.assignee ?? null,
      enteredBy: melding.enteredBy,
      spocs: locations.flatMap(({ spoc }) => (spoc === null ? [] : [spoc])),
    };
    if (!isVisible(actor, whereabouts)) throw notFound();
    return found;
  }
}
