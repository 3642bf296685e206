import { Module } from '@nestjs/common';
import { DossierStoreClient } from './dossier-store.client.js';

@Module({ providers: [DossierStoreClient], exports: [DossierStoreClient] })
export class StoreModule {}
