import { BatchNotBegunError, Batches, sameTurn } from '#messaging';
import { Clock, isCausedByARow, ProblemException } from '#platform';
import { Injectable } from '@nestjs/common';
import { EdisonConfig } from '../edison.config.js';
import { numberedWithCheck } from './dossier-number.js';
import type { MeldingContent } from './melding-content.js';
import type { MeldingLink } from './melding-link.entity.js';
import { missingIfMatch, staleVersion, unknownLocations } from './melding.problems.js';
import { decideRegistration } from './registration.policy.js';
import { RegistrationStore, type Known, type Write } from './registration.store.js';

export interface Registration {
  outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED';
  link: MeldingLink;
}

interface Asked {
  meldingId: string;
  content: MeldingContent;
  /** The `If-Match` header. */
  ifMatch: string | undefined;
}

/** What has to be written for it, or how it ended without. */
type Step = Write | Registration | ProblemException;

const MOST_TOGETHER = 32;

/**
 * Registers meldingen and keeps them up to date, once in effect however often the same is sent. Calls that come while
 * others are being written share the next two statements: one reads, one writes what is still as it was read.
 */
@Injectable()
export class RegistrationService {
  private readonly together = new Batches<Asked, Registration | ProblemException>(
    (asked) => this.putAll(asked),
    MOST_TOGETHER,
    sameTurn,
  );

  constructor(
    private readonly store: RegistrationStore,
    private readonly clock: Clock,
    private readonly config: EdisonConfig,
  ) {}

  /**
   * @param ifMatch the `If-Match` header; needed to change what is registered
   * @throws ProblemException 412, 422 or 428
   */
  async put(meldingId: string, content: MeldingContent, ifMatch: string | undefined): Promise<Registration> {
    const end = await this.together.add({ meldingId, content, ifMatch });
    if (end instanceof ProblemException) throw end;
    return end;
  }

  private async putAll(asked: Asked[]): Promise<(Registration | ProblemException)[]> {
    const ends = new Map<Asked, Registration | ProblemException>();
    try {
      // Two calls about one melding go one after the other, as if they had come so.
      for (let left = asked; left.length > 0; left = left.filter((one) => !ends.has(one))) {
        await this.putEach([...new Map(left.toReversed().map((one) => [one.meldingId, one])).values()], ends);
      }
    } catch (error) {
      throw isCausedByARow(error) ? error : new BatchNotBegunError(error);
    }
    return asked.flatMap((one) => ends.get(one) ?? []);
  }

  /** @param asked of different meldingen */
  private async putEach(asked: Asked[], ends: Map<Asked, Registration | ProblemException>): Promise<void> {
    const overtaken = await this.tryEach(asked, ends);
    if (overtaken.length === 0) return;
    // Another process wrote the same melding meanwhile. What it wrote is there now, so this one compares with it.
    for (const one of await this.tryEach(overtaken, ends)) ends.set(one, staleVersion());
  }

  /** @returns those that somebody else wrote between being read and being written */
  private async tryEach(asked: Asked[], ends: Map<Asked, Registration | ProblemException>): Promise<Asked[]> {
    const known = await this.store.find(asked);
    const writes = new Map<Asked, Write>();
    for (const [place, one] of asked.entries()) {
      const step = this.stepFor(one, known[place]);
      if ('replaces' in step) writes.set(one, step);
      else ends.set(one, step);
    }
    const written = await this.store.write([...writes.values()]);
    for (const [one, { link, replaces }] of writes) {
      if (written.has(one.meldingId))
        ends.set(one, { outcome: replaces === null ? 'CREATED' : 'UPDATED', link });
    }
    return asked.filter((one) => !ends.has(one));
  }

  private stepFor({ meldingId, content, ifMatch }: Asked, known: Known | undefined): Step {
    if (known === undefined) throw new Error('the store left a melding out');
    const { link } = known;
    const current = link === null ? null : { version: link.version, content: link };
    const decision = decideRegistration(current, content, ifMatch);
    if (decision === 'REFUSE_STALE') return staleVersion();
    if (decision === 'REFUSE_WITHOUT_IF_MATCH') return missingIfMatch();
    if (link !== null && decision === 'UNCHANGED') return { outcome: 'UNCHANGED', link };
    const unknown = content.locationIds.flatMap((id, place) =>
      known.locationIds.includes(id) ? [] : [place],
    );
    if (unknown.length > 0) return unknownLocations(unknown);
    const now = this.clock.now();
    if (link !== null)
      return {
        link: { ...link, ...content, version: link.version + 1, changedAt: now },
        replaces: link.version,
      };
    const moments = { registeredAt: now, changedAt: now };
    return {
      link: { meldingId, ...this.numbersOf(known), version: 1, ...content, ...moments },
      replaces: null,
    };
  }

  /** A zaak is the work, a dossier its record, and both keep their own number (domain.md 5.1). */
  private numbersOf({ counters }: Known): Pick<MeldingLink, 'dossierNumber' | 'zaakNumber'> {
    if (counters === null) throw new Error('the store gave a new melding no numbers');
    return {
      dossierNumber: numberedWithCheck(this.config.EDISON_DOSSIER_PREFIX, counters.dossier),
      zaakNumber: numberedWithCheck(this.config.EDISON_ZAAK_PREFIX, counters.zaak),
    };
  }
}
