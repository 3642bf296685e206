import { Module } from '@nestjs/common';
import { VisibleCases } from './visible-case.finder.js';

@Module({ providers: [VisibleCases], exports: [VisibleCases] })
export class VisibilityModule {}
