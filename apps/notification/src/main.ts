import { runService } from '#platform';
import { notificationService } from './service.js';

await runService(notificationService);
