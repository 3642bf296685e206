import { Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { HealthChecks } from '../health/health-checks.js';

/** `DataSource` and `EntityManager`, injectable everywhere, and the readiness check of the database. */
@Module({})
export class DatabaseModule implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly health: HealthChecks,
  ) {}

  static forRoot(options: DataSourceOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        // The migrations have just reached this database: what fails now is a busy moment, not a wrong address.
        TypeOrmModule.forRoot({ ...options, migrationsRun: false, retryAttempts: 5, retryDelay: 500 }),
      ],
      exports: [TypeOrmModule],
    };
  }

  onModuleInit(): void {
    this.health.register('database', async () => {
      try {
        await this.source.query('SELECT 1');
      } catch (error) {
        throw new Error('De database is niet bereikbaar.', { cause: error });
      }
    });
  }
}
