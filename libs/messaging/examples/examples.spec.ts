import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  connectMessaging,
  InProcessTransport,
  MessagingModule,
  messagingEntities,
  messagingMigrations,
} from '#messaging';
import { eventually, testDatabaseServer } from '#platform/testing';
import { ParcelConsumer } from './consumer.js';
import { parcelCatalogue } from './parcel-catalogue.js';
import { ParcelService } from './producer.js';
import { LabelPrinter, LabelWorker } from './worker.js';

class PrinterThatIsAwayAtFirst extends LabelPrinter {
  readonly printed: string[] = [];
  private calls = 0;
  override async print(parcel: string): Promise<void> {
    this.calls += 1;
    if (this.calls === 1) throw new Error('no paper');
    this.printed.push(parcel);
  }
}

describe('the examples', () => {
  const transport = new InProcessTransport();
  const printer = new PrinterThatIsAwayAtFirst();
  const apps: NestFastifyApplication[] = [];

  async function service(name: string, tables: string, own: ModuleMetadata): Promise<NestFastifyApplication> {
    const url = await (await testDatabaseServer()).createDatabase(name);
    const imports = [
      TypeOrmModule.forRoot({
        type: 'postgres',
        url,
        entities: messagingEntities,
        migrations: messagingMigrations,
        migrationsRun: true,
      }),
      MessagingModule.forRoot({ service: name, catalogue: parcelCatalogue, transport }),
    ];
    const root = { module: class ExampleModule {}, imports, ...own };
    const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
      logger: false,
    });
    connectMessaging(app);
    await app.get(DataSource).query(tables);
    await app.init();
    await app.startAllMicroservices();
    apps.push(app);
    return app;
  }

  let sender: NestFastifyApplication;
  let receiver: NestFastifyApplication;
  beforeAll(async () => {
    sender = await service('sender', 'CREATE TABLE parcel (id text, weight_grams int)', {
      providers: [ParcelService],
    });
    receiver = await service(
      'receiver',
      'CREATE TABLE total (grams int); INSERT INTO total VALUES (0); CREATE TABLE label (parcel text)',
      {
        controllers: [ParcelConsumer],
        providers: [LabelWorker, { provide: LabelPrinter, useValue: printer }],
      },
    );
  }, 60_000);
  afterAll(async () => {
    for (const app of apps) await app.close();
    await transport.close();
  });

  it('carry a parcel from its sender to the total and to its label', async () => {
    await sender.get(ParcelService).send('parcel-1', { weightGrams: 750 });
    await sender.get(ParcelService).send('parcel-2', { weightGrams: 250 });
    const source = receiver.get(DataSource);
    await eventually(async () =>
      expect(await source.query('SELECT grams FROM total')).toEqual([{ grams: 1000 }]),
    );
    await eventually(async () => expect(await source.query('SELECT parcel FROM label')).toHaveLength(2));
    expect([...printer.printed].sort()).toEqual(['parcel-1', 'parcel-2']);
  });

  it('tell nothing of a parcel that was refused', async () => {
    await expect(sender.get(ParcelService).send('parcel-3', { weightGrams: 0 })).rejects.toThrow('minimum');
    expect(await sender.get(DataSource).query(`SELECT FROM parcel WHERE id = 'parcel-3'`)).toEqual([]);
  });
});
