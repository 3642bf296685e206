import { dossierSyncService } from '../../../apps/dossier-sync/src/service.js';
import { edisonService } from '../../../apps/edison/src/service.js';
import { intakeService } from '../../../apps/intake/src/service.js';
import { notificationService } from '../../../apps/notification/src/service.js';
import { portalService } from '../../../apps/portal/src/service.js';
import { triageService } from '../../../apps/triage/src/service.js';
import type { Transport } from '#messaging';
import { startService, type RunningService, type ServiceConfig, type ServiceDefinition } from '#platform';
import type { LocalLog } from '../logs/local-log.js';
import type { Environment, LocalService } from './service-environments.js';

type Start = (env: Environment, transport: Transport, log: LocalLog) => Promise<RunningService>;

const starter =
  <C extends ServiceConfig>(definition: ServiceDefinition<C>): Start =>
  (env, transport, log) =>
    startService(definition, env, { transport, log });

/** How each service starts within this process. */
export const STARTERS: Record<LocalService['name'], Start> = {
  edison: starter(edisonService),
  'dossier-sync': starter(dossierSyncService),
  intake: starter(intakeService),
  triage: starter(triageService),
  notification: starter(notificationService),
  portal: starter(portalService),
};
