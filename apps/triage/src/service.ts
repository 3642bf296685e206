import { catalogue } from '#contracts';
import type { ServiceDefinition } from '#platform';
import { TRIAGE_ENTITIES, TRIAGE_MIGRATIONS } from './schema/index.js';
import { TriageConfig } from './triage.config.js';
import { TriageModule } from './triage.module.js';

export const triageService: ServiceDefinition<TriageConfig> = {
  name: 'triage',
  title: 'Opgroeipunt · Triage',
  defaultPort: 3002,
  config: TriageConfig,
  entities: TRIAGE_ENTITIES,
  migrations: TRIAGE_MIGRATIONS,
  module: () => TriageModule,
  messaging: {
    catalogue,
    handlers: 'SIDE_BY_SIDE', // those of one location are opened in one step, see CaseOpening
    concurrency: { work: 32 }, // texts that are fetched by one call
  },
};
