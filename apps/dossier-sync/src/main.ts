import { runService } from '#platform';
import { dossierSyncService } from './service.js';

await runService(dossierSyncService);
