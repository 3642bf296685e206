import { Module } from '@nestjs/common';
import { TriageConfig } from '../triage.config.js';
import { StaffDirectory } from './staff-directory.js';

@Module({
  providers: [
    {
      provide: StaffDirectory,
      inject: [TriageConfig],
      useFactory: ({ STAFF_FILE }: TriageConfig) => StaffDirectory.fromFile(STAFF_FILE),
    },
  ],
  exports: [StaffDirectory],
})
export class StaffModule {}
