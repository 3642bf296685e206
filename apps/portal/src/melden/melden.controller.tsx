import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Kind } from '#contracts';
import { PublicRoute, ServiceAnswered, ServiceUnavailable } from '#platform';
import { CurrentVisitor, type Visitor } from '../backend/visitor.js';
import { NO_ERRORS } from '../design/form-errors.js';
import { FormValues } from '../design/form-values.js';
import { sendPage } from '../page/render-page.js';
import { SameSiteGuard } from '../page/same-site.guard.js';
import { PortalConfig } from '../portal.config.js';
import { CatalogueClient } from './catalogue.client.js';
import { ConfirmationPage } from './confirmation-page.component.js';
import { ACTION, SEARCH_ACTION, SEND_KEY } from './field-names.js';
import type { FormDefinition } from './form-definition.js';
import { FormPage } from './form-page.component.js';
import { KeptAnswersPage } from './kept-answers-page.component.js';
import { kindAddress, kindAt } from './kind-address.js';
import { LocationSearch } from './location-search.js';
import { SendMelding, type SendOutcome } from './send-melding.js';
import { NoSearchTrouble } from './trouble.component.js';

type Unsent = Exclude<SendOutcome, { accepted: unknown }>;

/** The time that the page itself asks for. */
const RETRY_AFTER_SECONDS = '60';

/** Our own keys only, so that a key never carries anything else to intake. */
const KEY = /^[0-9a-f-]{36}$/;

/** The public forms. The answer to a good one is shown at once, on no address that holds the code. */
@ApiExcludeController()
@PublicRoute()
@UseGuards(SameSiteGuard)
@Controller('melden')
export class MeldenController {
  constructor(
    private readonly catalogue: CatalogueClient,
    private readonly locations: LocationSearch,
    private readonly sending: SendMelding,
    private readonly config: PortalConfig,
  ) {}

  @Get(':kind')
  async form(@Param('kind') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const definition = await this.definitionAt(slug);
    this.showForm(reply, definition, FormValues.empty(), {
      status: 200,
      errors: NO_ERRORS,
      trouble: undefined,
    });
  }

  @Post(':kind')
  async send(
    @Param('kind') slug: string,
    @Body() body: unknown,
    @CurrentVisitor() visitor: Visitor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = FormValues.from(body);
    const definition = await this.definitionOrNone(slug);
    if (definition === undefined) {
      this.keepAnswers(reply, slug, values);
      return;
    }
    if (values.has(ACTION, SEARCH_ACTION)) {
      await this.search(reply, definition, values, visitor);
      return;
    }
    const outcome = await this.sending.send(definition, values, this.sendKeyOf(values), visitor);
    if ('accepted' in outcome) {
      const { accepted } = outcome;
      sendPage(
        reply,
        200,
        <ConfirmationPage exitUrl={this.config.EXIT_URL} kind={definition.kind} accepted={accepted} />,
      );
    } else {
      const next = outcome.keyIsUsed ? values.with(SEND_KEY, randomUUID()) : values;
      this.showForm(reply, definition, next, outcome);
    }
  }

  private async search(
    reply: FastifyReply,
    definition: FormDefinition,
    values: FormValues,
    visitor: Visitor,
  ): Promise<void> {
    const found = await this.locations.find(values, visitor);
    const trouble = found === undefined ? <NoSearchTrouble /> : undefined;
    this.showForm(reply, definition, found ?? values, { status: 200, errors: NO_ERRORS, trouble });
  }

  private async definitionAt(slug: string): Promise<FormDefinition> {
    const kind: Kind | undefined = kindAt(slug);
    const definition = kind === undefined ? undefined : await this.catalogue.formOf(kind);
    if (definition === undefined) throw new NotFoundException();
    return definition;
  }

  /** @returns undefined when intake cannot be asked; @throws NotFoundException */
  private async definitionOrNone(slug: string): Promise<FormDefinition | undefined> {
    try {
      return await this.definitionAt(slug);
    } catch (error) {
      if (error instanceof ServiceUnavailable || error instanceof ServiceAnswered) return undefined;
      throw error;
    }
  }

  private keepAnswers(reply: FastifyReply, slug: string, values: FormValues): void {
    void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    sendPage(
      reply,
      503,
      <KeptAnswersPage exitUrl={this.config.EXIT_URL} action={`/melden/${slug}`} values={values} />,
    );
  }

  private sendKeyOf(values: FormValues): string {
    const key = values.text(SEND_KEY);
    return KEY.test(key) ? key : randomUUID();
  }

  private showForm(
    reply: FastifyReply,
    definition: FormDefinition,
    values: FormValues,
    { status, errors, trouble }: Omit<Unsent, 'keyIsUsed'>,
  ): void {
    const { kind } = definition;
    const form = { kind, action: kindAddress(kind), values, errors };
    if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    sendPage(
      reply,
      status,
      <FormPage
        exitUrl={this.config.EXIT_URL}
        definition={definition}
        form={form}
        sendKey={this.sendKeyOf(values)}
        trouble={trouble}
      />,
    );
  }
}
