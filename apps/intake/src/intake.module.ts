import { Module } from '@nestjs/common';
import { AcceptedModule } from './accepted/accepted.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { LocationsModule } from './locations/locations.module.js';
import { MeldingModule } from './melding/melding.module.js';
import { ReceiptModule } from './receipt/receipt.module.js';
import { StaffEntryModule } from './staff-entry/staff-entry.module.js';
import { SubmissionModule } from './submission/submission.module.js';
import { TraceModule } from './trace/trace.module.js';

@Module({
  imports: [
    SubmissionModule,
    StaffEntryModule,
    AcceptedModule,
    MeldingModule,
    TraceModule,
    FollowUpModule,
    ReceiptModule,
    CatalogueModule,
    LocationsModule,
  ],
})
export class IntakeModule {}
