import { Injectable } from '@nestjs/common';
import { Any, EntityNotFoundError, type EntityManager } from 'typeorm';
import type { ReadPurpose } from '#contracts';
import { Gathered, Transactions } from '#messaging';
import { AuditLog, type Actor, type AuditEntry } from '#platform';
import { HandOverTrace } from '../trace/hand-over-trace.service.js';
import { MeldingVault } from '../vault/melding-vault.service.js';
import { MeldingVaultEntity } from '../vault/melding-vault.entity.js';
import { identityWithheld } from './identity-access.policy.js';
import { MeldingFinder } from './melding-finder.service.js';
import type { MeldingContactDto, TraceStepDto } from './melding-reading.dto.js';
import type { MeldingEntity } from './melding.entity.js';
import type { MeldingTextDto, MeldingTextWithIdDto } from './melding-texts.dto.js';
import { admissibilityOfRow, meldingView, type MeldingView } from './melding-view.js';

/** Reads of meldingen, each written to the audit log in the same transaction (domain.md 9.8). */
@Injectable()
export class MeldingReading {
  private readonly sealed = new Gathered(sealedOf);

  constructor(
    private readonly transactions: Transactions,
    private readonly finder: MeldingFinder,
    private readonly vault: MeldingVault,
    private readonly audit: AuditLog,
    private readonly handOvers: HandOverTrace,
  ) {}

  read(actor: Actor, id: string, purpose: ReadPurpose | undefined): Promise<MeldingView> {
    return this.transactions.run(async (manager) => {
      const found = await this.finder.visibleTo(actor, manager, id);
      const withheld = identityWithheld(actor, {
        identityMode: found.melding.identityMode,
        handlerRole: found.handling?.handlerRole ?? null,
        assignee: found.handling?.assignee ?? null,
      });
      const sealed = await this.sealed.ask(manager, id);
      const identity = withheld === null ? this.vault.openIdentity(id, sealed) : null;
      const detail = { identityShown: withheld === null };
      await this.audit.record(manager, {
        actor,
        action: 'READ_MELDING',
        subject: id,
        detail,
        ...(purpose === undefined ? {} : { purpose }),
      });
      return meldingView(found, this.vault.openContent(id, sealed), identity, withheld);
    });
  }

  trace(actor: Actor, id: string): Promise<TraceStepDto[]> {
    return this.transactions.run(async (manager) => {
      if (actor.roles.includes('AUDITOR')) await this.finder.byId(manager, id);
      else await this.finder.visibleTo(actor, manager, id);
      await this.audit.record(manager, { actor, action: 'READ_TRACE', subject: id });
      const steps = await this.handOvers.forStaff(manager, id);
      return steps.map(({ step, at, confirmedBy }) => ({ step, at: at.toISOString(), confirmedBy }));
    });
  }

  /** The melder's words, for triage to judge. */
  text(actor: Actor, id: string): Promise<MeldingTextDto> {
    return this.transactions.together(id, async (manager) => {
      const melding = await this.finder.meldingById(manager, id);
      await this.audit.record(manager, readOfText(actor, id));
      return this.textOf(melding, await this.sealed.ask(manager, id));
    });
  }

  /** As `text`, for several; those that do not exist are left out. */
  texts(actor: Actor, asked: string[]): Promise<MeldingTextWithIdDto[]> {
    return this.transactions.run(async (manager) => {
      const found = (await this.finder.meldingenById(manager, asked)).filter((one) => one !== undefined);
      const ids = found.map(({ id }) => id);
      await this.audit.recordAll(
        manager,
        ids.map((id) => readOfText(actor, id)),
      );
      const sealed = await sealedOf(manager, ids);
      return found.map((melding, place) => ({ id: melding.id, ...this.textOf(melding, sealed[place]!) }));
    });
  }

  /** How to reach the melder, for the messages that go to him. */
  contact(actor: Actor, id: string): Promise<MeldingContactDto> {
    return this.transactions.together(id, async (manager) => {
      const melding = await this.finder.meldingById(manager, id);
      await this.audit.record(manager, {
        actor,
        action: 'READ_CONTACT',
        subject: id,
        purpose: 'NOTIFICATION',
      });
      const { contact, safeTimes } = this.vault.openIdentity(id, await this.sealed.ask(manager, id));
      return {
        email: contact.email ?? null,
        phone: contact.phone ?? null,
        name: contact.name ?? null,
        safeTimes,
        preferredChannel: melding.preferredChannel,
        language: melding.language,
        kind: melding.kind,
        identityMode: melding.identityMode,
        reference: melding.reference,
        receivedAt: melding.receivedAt.toISOString(),
        admissibility: admissibilityOfRow(melding),
      };
    });
  }

  private textOf(melding: MeldingEntity, sealed: MeldingVaultEntity): MeldingTextDto {
    const { description, measuresTaken, desiredOutcome } = this.vault.openContent(melding.id, sealed);
    return { description, measuresTaken, desiredOutcome, language: melding.language };
  }
}

const readOfText = (actor: Actor, id: string): AuditEntry => ({
  actor,
  action: 'READ_TEXT',
  subject: id,
  purpose: 'TRIAGE',
});

/** One for each id. @throws EntityNotFoundError when one is missing */
async function sealedOf(manager: EntityManager, ids: string[]): Promise<MeldingVaultEntity[]> {
  const found = await manager.findBy(MeldingVaultEntity, { meldingId: Any(ids) });
  return ids.map((meldingId) => {
    const sealed = found.find((one) => one.meldingId === meldingId);
    if (sealed === undefined) throw new EntityNotFoundError(MeldingVaultEntity, { meldingId });
    return sealed;
  });
}
