import { Module } from '@nestjs/common';
import { SubmissionModule } from '../submission/submission.module.js';
import { StaffEntryController } from './staff-entry.controller.js';
import { StaffEntry } from './staff-entry.service.js';

@Module({ imports: [SubmissionModule], controllers: [StaffEntryController], providers: [StaffEntry] })
export class StaffEntryModule {}
