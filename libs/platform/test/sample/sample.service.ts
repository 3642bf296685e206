import { Module } from '@nestjs/common';
import { ServiceConfig, type ServiceDefinition } from '#platform';
import { Gate } from './gate.js';
import { NotesController } from './notes.controller.js';
import { Notes1800000000000 } from './notes.migration.js';

@Module({ controllers: [NotesController], providers: [Gate] })
class NotesModule {}

/** A service of nothing but notes, to see what the platform gives to every service. */
export const sampleService: ServiceDefinition<ServiceConfig> = {
  name: 'edison',
  title: 'Notes',
  defaultPort: 0,
  config: ServiceConfig,
  entities: [],
  migrations: [Notes1800000000000],
  module: () => NotesModule,
};
