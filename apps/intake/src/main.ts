import { runService } from '#platform';
import { intakeService } from './service.js';

await runService(intakeService);
