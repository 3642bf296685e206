import type { ServiceDefinition } from '#platform';
import { Change } from './changes/change.entity.js';
import { DossierStore1700000000000 } from './database/1700000000000-dossier-store.migration.js';
import { TimelineEntry } from './dossier/timeline-entry.entity.js';
import { EdisonConfig } from './edison.config.js';
import { EdisonModule } from './edison.module.js';
import { HandhavingCase } from './handhaving/handhaving-case.entity.js';
import { HandhavingState } from './handhaving/handhaving-state.entity.js';
import { Location } from './locations/location.entity.js';
import { Organisator } from './locations/organisator.entity.js';
import { VergunningState } from './locations/vergunning-state.entity.js';
import { Vergunning } from './locations/vergunning.entity.js';
import { MeldingLink } from './meldingen/melding-link.entity.js';

/** The dossier store: stands in for a foreign system, so it has an HTTP API only and takes part in no events. */
export const edisonService: ServiceDefinition<EdisonConfig> = {
  name: 'edison',
  title: 'EDISON-like dossier store',
  defaultPort: 3005,
  config: EdisonConfig,
  entities: [
    Organisator,
    Location,
    Vergunning,
    VergunningState,
    HandhavingCase,
    HandhavingState,
    MeldingLink,
    TimelineEntry,
    Change,
  ],
  migrations: [DossierStore1700000000000],
  module: () => EdisonModule,
};
