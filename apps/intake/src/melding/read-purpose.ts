import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiHeaderOptions } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { LABELS_NL, READ_PURPOSES, type ReadPurpose } from '#contracts';
import { ProblemException } from '#platform';

const CODES = READ_PURPOSES.join(', ');

/** For the API document: the codes with what they mean. */
export const PURPOSE_HEADER: ApiHeaderOptions = {
  name: 'X-Purpose',
  required: false,
  description: `Why you look, for the audit log. ${READ_PURPOSES.map(
    (code) => `\`${code}\`: ${LABELS_NL.readPurpose[code]}`,
  ).join('; ')}.`,
  schema: { type: 'string', enum: [...READ_PURPOSES] },
};

/**
 * Why somebody looks, for the audit log (domain.md 9.8). Optional: without it the log still says who looked at what
 * and when.
 * @throws ProblemException 400 when it is none of our codes
 */
export function purposeOf(header: string | string[] | undefined): ReadPurpose | undefined {
  if (header === undefined || header === '') return undefined;
  const purpose = READ_PURPOSES.find((code) => code === header);
  if (purpose !== undefined) return purpose;
  throw new ProblemException(400, {
    code: 'UNKNOWN_PURPOSE',
    detail: {
      nl: `We kennen de reden in de header X-Purpose niet. Kies een van deze codes: ${CODES}. Schrijf er geen eigen woorden in.`,
      en: `The purpose in the header X-Purpose is unknown. Choose one of these codes: ${CODES}. Do not write words of your own.`,
      fr: `Nous ne connaissons pas la raison donnée dans l'en-tête X-Purpose. Choisissez l'un de ces codes : ${CODES}. N'y écrivez pas vos propres mots.`,
    },
  });
}

/** Parameter of a handler: the purpose in the header `X-Purpose`. */
export const ReadPurposeHeader = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  purposeOf(context.switchToHttp().getRequest<FastifyRequest>().headers['x-purpose']),
);
