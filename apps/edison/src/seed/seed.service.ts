import { join } from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Organisator } from '../locations/organisator.entity.js';
import { EdisonConfig } from '../edison.config.js';
import { readSeedFile } from './seed-file.js';
import { SeedLocation } from './seed-location.dto.js';
import { SeedOrganisator } from './seed-organisator.dto.js';
import { TakeOverService } from './take-over.service.js';

/** Takes over organisators and locations from files, once: what the register knows already stays as it is. */
@Injectable()
export class SeedService implements OnModuleInit {
  private readonly logger = new Logger(SeedService.name);

  constructor(
    private readonly config: EdisonConfig,
    private readonly dataSource: DataSource,
    private readonly takeOver: TakeOverService,
  ) {}

  async onModuleInit(): Promise<void> {
    const folder = this.config.EDISON_SEED_DIR;
    if (folder === undefined) return;
    const organisators = await readSeedFile(join(folder, 'organisators.json'), SeedOrganisator);
    const locations = await readSeedFile(join(folder, 'locations.json'), SeedLocation);
    const taken = await this.dataSource.transaction(async (manager) => {
      // Two processes that start at once must not both find an empty register.
      await manager.query('LOCK TABLE organisator IN SHARE ROW EXCLUSIVE MODE');
      await manager.createQueryBuilder().insert().into(Organisator).values(organisators).orIgnore().execute();
      return this.takeOver.newOnes(manager, locations);
    });
    if (taken > 0) this.logger.log(`took over ${taken} locations`);
  }
}
