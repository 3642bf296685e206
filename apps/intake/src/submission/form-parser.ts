import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FORM_TYPE } from './form-request.js';
import { meldingFromForm } from './form-body.js';

/** Lets the one endpoint for meldingen also read plain HTML forms; the body then looks the same as JSON. */
export function readForms(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(FORM_TYPE, { parseAs: 'string' }, (_request, body, done) => {
      done(null, meldingFromForm(String(body)));
    });
}
