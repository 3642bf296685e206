import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auditAnchorFile, dataFolderPaths } from '../data-folder/data-folder.js';
import { OperatorError } from '../process/operator.error.js';
import { reportFailure } from '../process/report-failure.js';
import { startFailure } from '../runner/start-failure.js';
import { LOCAL_SERVICES } from '../runner/service-environments.js';
import { verifyService, type ServiceVerdict } from './verify-service.js';
import { withPostgres } from './with-postgres.js';

/** The databases of the local system, whether it runs or not. */
async function verifyLocal(): Promise<ServiceVerdict[]> {
  const folder = dataFolderPaths(process.env, process.cwd());
  if (!existsSync(folder.secrets))
    throw new OperatorError(`Er zijn nog geen gegevens in ${folder.root}. Start eerst: npm start`);
  const verdicts: ServiceVerdict[] = [];
  await withPostgres(folder, async (adminUrl) => {
    for (const { name, database } of LOCAL_SERVICES) {
      const url = new URL(adminUrl);
      url.pathname = `/${database}`;
      verdicts.push(await verifyService(name, url.href, auditAnchorFile(folder, name)));
    }
  });
  return verdicts;
}

/** The databases of another installation, each told by its name: the address holds a password. */
function verifyGiven(addresses: string): Promise<ServiceVerdict[]> {
  const urls = addresses.split(',').map((address) => address.trim());
  if (!urls.every((url) => URL.canParse(url)))
    throw new OperatorError(
      'DATABASE_URLS is geen lijst van adressen van databases, met een komma ertussen.',
    );
  const anchors = process.env['AUDIT_ANCHOR_DIR'];
  return Promise.all(
    urls.map((url) => {
      const database = new URL(url).pathname.slice(1);
      return verifyService(
        database,
        url,
        anchors === undefined ? undefined : join(anchors, `${database}.jsonl`),
      );
    }),
  );
}

/** `npm run audit:verify`: walks every audit log; exit code 1 and the place when one was tampered with. */
try {
  const given = process.env['DATABASE_URLS'];
  const verdicts = given ? await verifyGiven(given) : await verifyLocal();
  for (const { sentence } of verdicts) console.log(sentence);
  process.exitCode = verdicts.some(({ verdict }) => verdict === 'DAMAGED') ? 1 : 0;
} catch (error) {
  reportFailure(startFailure(error, dataFolderPaths(process.env, process.cwd()).root));
}
