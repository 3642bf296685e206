import 'reflect-metadata';
import { runService } from '#platform';
import { portalService } from './service.js';

await runService(portalService);
