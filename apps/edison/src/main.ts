import { runService } from '#platform';
import { edisonService } from './service.js';

await runService(edisonService);
