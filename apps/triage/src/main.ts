import { runService } from '#platform';
import { triageService } from './service.js';

await runService(triageService);
