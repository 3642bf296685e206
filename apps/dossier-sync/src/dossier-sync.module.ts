import { Module } from '@nestjs/common';
import { ChangesModule } from './changes/changes.module.js';
import { HandOverModule } from './hand-over/hand-over.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { QuarantineModule } from './quarantine/quarantine.module.js';

@Module({ imports: [HandOverModule, LedgerModule, ChangesModule, QuarantineModule, ReconciliationModule] })
export class DossierSyncModule {}
