import { catalogue } from '#contracts';
import type { ServiceDefinition } from '#platform';
import { FeedPosition } from './changes/feed-position.entity.js';
import { HandOver1700000000000 } from './database/1700000000000-hand-over.migration.js';
import { Reconciliation1700000000001 } from './database/1700000000001-reconciliation.migration.js';
import { AcceptedCount1700000000002 } from './database/1700000000002-accepted-count.migration.js';
import { DossierSyncConfig } from './dossier-sync.config.js';
import { DossierSyncModule } from './dossier-sync.module.js';
import { LedgerEntry } from './ledger/ledger-entry.entity.js';
import { QuarantineRow } from './quarantine/quarantine-row.entity.js';
import { ReconciliationDifference } from './reconciliation/reconciliation-difference.entity.js';
import { ReconciliationRun } from './reconciliation/reconciliation-run.entity.js';

/** Hands meldingen over to the dossier store and tells what changes there. */
export const dossierSyncService: ServiceDefinition<DossierSyncConfig> = {
  name: 'dossier-sync',
  title: 'Synchronisation with the dossier store',
  defaultPort: 3003,
  config: DossierSyncConfig,
  entities: [LedgerEntry, FeedPosition, QuarantineRow, ReconciliationRun, ReconciliationDifference],
  migrations: [HandOver1700000000000, Reconciliation1700000000001, AcceptedCount1700000000002],
  messaging: {
    catalogue,
    handlers: 'SIDE_BY_SIDE', // each changes the rows of its own melding
    concurrency: { work: 32 }, // nearly all of it waits for the store
  },
  module: () => DossierSyncModule,
};
