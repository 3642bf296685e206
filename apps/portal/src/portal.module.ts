import { Module } from '@nestjs/common';
import { AssetsModule } from './assets/assets.module.js';
import { PageErrorFilter } from './errors/page-error.filter.js';
import { HomeModule } from './home/home.module.js';
import { MeldenModule } from './melden/melden.module.js';
import { OpvolgenModule } from './opvolgen/opvolgen.module.js';
import { SessionModule } from './session/session.module.js';
import { StaffModule } from './staff/staff.module.js';
import { WerklijstModule } from './werklijst/werklijst.module.js';
import { ZakenModule } from './zaken/zaken.module.js';

@Module({
  imports: [
    AssetsModule,
    HomeModule,
    MeldenModule,
    OpvolgenModule,
    SessionModule,
    StaffModule,
    WerklijstModule,
    ZakenModule,
  ],
  providers: [PageErrorFilter],
})
export class PortalModule {}
