import { Module } from '@nestjs/common';
import { StaffPages } from './staff-pages.service.js';

@Module({ providers: [StaffPages], exports: [StaffPages] })
export class StaffModule {}
