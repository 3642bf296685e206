import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { labelNl, type CaseStatus } from '#contracts';
import { ProblemException, uuidv7 } from '#platform';
import { MeldingHandlingEntity } from '../handling/melding-handling.entity.js';
import { MeldingEntity } from '../melding/melding.entity.js';
import { HandOverTrace } from '../trace/hand-over-trace.service.js';
import { followUpDigits } from './follow-up-code.js';
import { FollowUpCodeHash } from './follow-up-code-hash.js';
import { FollowUpThrottle } from './follow-up-throttle.service.js';
import { FOLLOW_UP_TOKEN_SECONDS, FollowUpTokens } from './follow-up-tokens.service.js';
import type { FollowUpDto, FollowUpTokenDto } from './follow-up.dto.js';

const wrongCode = (): ProblemException =>
  new ProblemException(404, {
    code: 'FOLLOW_UP_CODE_UNKNOWN',
    detail: {
      nl: 'Deze opvolgcode kennen we niet. Kijk de 16 cijfers na en probeer opnieuw.',
      en: 'This follow-up code is unknown. Check the 16 digits and try again.',
      fr: 'Nous ne connaissons pas ce code de suivi. Vérifiez les 16 chiffres et essayez à nouveau.',
    },
  });

const ranOut = (): ProblemException =>
  new ProblemException(401, {
    code: 'FOLLOW_UP_TOKEN_INVALID',
    detail: {
      nl: 'Je bent te lang weggeweest. Geef je opvolgcode opnieuw in.',
      en: 'Enter your follow-up code again.',
      fr: "Trop de temps s'est écoulé. Introduisez à nouveau votre code de suivi.",
    },
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  });

const BEARER = /^Bearer +(\S+)$/i;
/** Nobody's code: digits that a typing fault is compared with. */
const NO_DIGITS = '0000000000000000';

/** A proposal is not told before it is decided (domain.md 4.1: the melder hears nothing of it). */
const statusForMelder = (status: CaseStatus): CaseStatus =>
  status === 'DECISION_PROPOSED' ? 'IN_ASSESSMENT' : status;

/** The way back for a melder with his code, also when he is anonymous (contract.md 3). */
@Injectable()
export class FollowUp {
  constructor(
    private readonly manager: EntityManager,
    private readonly codeHash: FollowUpCodeHash,
    private readonly tokens: FollowUpTokens,
    private readonly throttle: FollowUpThrottle,
    private readonly trace: HandOverTrace,
  ) {}

  /**
   * A wrong code costs the same work as a right one: it is hashed, looked up and a token is signed, which nobody gets.
   * @throws ProblemException 404 for a wrong code, 429 after too many
   */
  async tokenFor(client: string, typed: string): Promise<FollowUpTokenDto> {
    const digits = followUpDigits(typed) ?? NO_DIGITS;
    this.throttle.check(client, digits);
    const melding = await this.manager.findOneBy(MeldingEntity, { followUpHash: this.codeHash.of(digits) });
    const token = await this.tokens.issue(melding?.id ?? uuidv7());
    if (melding !== null) return { token, expiresIn: FOLLOW_UP_TOKEN_SECONDS };
    this.throttle.noteWrong(client, digits);
    throw wrongCode();
  }

  /** @throws ProblemException 401 when the token is not good (any more) */
  async read(authorization: string | undefined): Promise<FollowUpDto> {
    const token = BEARER.exec(authorization ?? '')?.[1];
    const id = token === undefined ? undefined : await this.tokens.meldingOf(token);
    const melding = id === undefined ? null : await this.manager.findOneBy(MeldingEntity, { id });
    if (melding === null) throw ranOut();
    const handling = await this.manager.findOneBy(MeldingHandlingEntity, { meldingId: melding.id });
    const steps = await this.trace.forMelder(this.manager, melding.id);
    const status = statusForMelder(handling?.status ?? 'RECEIVED');
    return {
      reference: melding.reference,
      kind: melding.kind,
      status,
      statusLabel: labelNl('status', status),
      trace: steps.map(({ step, at, label }) => ({ step, at: at.toISOString(), label })),
      messages: [],
      attachments: [],
    };
  }
}
