import { catalogue } from '#contracts';
import type { ServiceDefinition } from '#platform';
import { FeedPosition } from './changes/feed-position.entity.js';
import { HandOver1700000000000 } from './database/1700000000000-hand-over.migration.js';
import { DossierSyncConfig } from './dossier-sync.config.js';
import { DossierSyncModule } from './dossier-sync.module.js';
import { LedgerEntry } from './ledger/ledger-entry.entity.js';
import { QuarantineRow } from './quarantine/quarantine-row.entity.js';

/** Hands meldingen over to the dossier store and tells what changes there. */
export const dossierSyncService: ServiceDefinition<DossierSyncConfig> = {
  name: 'dossier-sync',
  title: 'Synchronisation with the dossier store',
  defaultPort: 3003,
  config: DossierSyncConfig,
  entities: [LedgerEntry, FeedPosition, QuarantineRow],
  migrations: [HandOver1700000000000],
  messaging: { catalogue },
  module: () => DossierSyncModule,
};
