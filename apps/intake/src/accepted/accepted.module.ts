import { Module } from '@nestjs/common';
import { AcceptedController } from './accepted.controller.js';
import { AcceptedReader } from './accepted.reader.js';

@Module({ controllers: [AcceptedController], providers: [AcceptedReader] })
export class AcceptedModule {}
