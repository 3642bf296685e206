import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '#platform';
import { IntakeConfig } from '../intake.config.js';
import { isForm } from './form-request.js';

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Plain forms may come from our own pages and from the partners in `FORM_ORIGINS` (contract.md 3). A program without
 * an `Origin` is no browser that somebody could misuse, and passes.
 */
@Injectable()
export class FormOriginGuard implements CanActivate {
  constructor(private readonly config: IntakeConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { origin, host, 'sec-fetch-site': site } = request.headers;
    if (!isForm(request) || origin === undefined || hostOf(origin) === host || site === 'same-origin')
      return true;
    const allowed = [...this.config.FORM_ORIGINS, this.config.PUBLIC_URL].some(
      (known) => known?.toLowerCase() === origin.toLowerCase(),
    );
    if (allowed) return true;
    throw new ProblemException(403, {
      code: 'ORIGIN_NOT_ALLOWED',
      detail: {
        nl: 'Dit formulier staat op een website die we niet kennen. Meld via onze eigen website. Je bericht is niet bewaard.',
        en: 'This form stands on a website unknown to us. Use our own website. Your message was not stored.',
        fr: "Ce formulaire se trouve sur un site web que nous ne connaissons pas. Utilisez notre propre site. Votre message n'a pas été conservé.",
      },
    });
  }
}
