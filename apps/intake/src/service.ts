import cors from '@fastify/cors';
import { catalogue } from '#contracts';
import type { ServiceDefinition } from '#platform';
import { MeldingHandlingEntity } from './handling/melding-handling.entity.js';
import { IntakeConfig } from './intake.config.js';
import { IntakeModule } from './intake.module.js';
import { LocationEntity } from './locations/location.entity.js';
import { MeldingEntity } from './melding/melding.entity.js';
import { Intake1732260000000 } from './migrations/1732260000000-intake.migration.js';
import { ReceiptKeyEntity } from './receipt/receipt-key.entity.js';
import { FormProblemFilter } from './submission/form-problem.filter.js';
import { readForms } from './submission/form-parser.js';
import { TraceStepEntity } from './trace/trace-step.entity.js';
import { MeldingVaultEntity } from './vault/melding-vault.entity.js';
import { letAcceptingGoFirst } from './submission/accepting-first.js';

/** Takes in meldingen, keeps what is personal, and lets the melder follow (architecture.md 2). */
export const intakeService: ServiceDefinition<IntakeConfig> = {
  name: 'intake',
  title: 'Opgroeipunt intake',
  defaultPort: 3001,
  config: IntakeConfig,
  entities: [
    MeldingEntity,
    MeldingVaultEntity,
    MeldingHandlingEntity,
    TraceStepEntity,
    LocationEntity,
    ReceiptKeyEntity,
  ],
  migrations: [Intake1732260000000],
  module: () => IntakeModule,
  messaging: { catalogue, handlers: 'SIDE_BY_SIDE' }, // each changes the rows of its own melding
  async configureHttp(app, config) {
    readForms(app);
    letAcceptingGoFirst(app);
    app.useGlobalFilters(new FormProblemFilter());
    await app
      .getHttpAdapter()
      .getInstance()
      .register(cors, {
        origin: config.FORM_ORIGINS,
        methods: ['GET', 'POST'],
        allowedHeaders: [
          'content-type',
          'idempotency-key',
          'accept-language',
          'authorization',
          'traceparent',
        ],
        exposedHeaders: ['location', 'retry-after'],
        maxAge: 3600,
      });
  },
};
