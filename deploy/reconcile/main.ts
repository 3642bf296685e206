import { dataFolderPaths } from '../local/data-folder/data-folder.js';
import { locatePorts } from '../local/data-folder/locate-ports.js';
import { requestStaffToken } from '../local/identity/request-staff-token.js';
import { reportFailure } from '../local/process/report-failure.js';
import { askedPeriod } from './asked-period.js';
import { comparisonText } from './comparison-run.js';
import { DossierSyncClient } from './dossier-sync.client.js';

const BEHEERDER = 'beheer.een';

/** The local system, unless `DOSSIER_SYNC_URL` and `ACCESS_TOKEN` name another. */
async function client(env: Record<string, string | undefined>): Promise<DossierSyncClient> {
  const { DOSSIER_SYNC_URL: url, ACCESS_TOKEN: token } = env;
  if (url && token) return new DossierSyncClient(url.replace(/\/$/, ''), token);
  const ports = locatePorts(env, dataFolderPaths(env, process.cwd()).lock);
  const localToken = await requestStaffToken(`http://localhost:${ports.identity}`, BEHEERDER);
  return new DossierSyncClient(`http://localhost:${ports.dossierSync}`, localToken);
}

try {
  const period = askedPeriod(process.argv.slice(2), new Date());
  const run = await (await client(process.env)).compare(period);
  console.log(comparisonText(run));
  if (run.differences.length > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}
