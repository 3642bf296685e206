import { Module } from '@nestjs/common';
import { MeldingVault } from './melding-vault.service.js';

@Module({ providers: [MeldingVault], exports: [MeldingVault] })
export class VaultModule {}
