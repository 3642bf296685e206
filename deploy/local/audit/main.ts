import { existsSync } from 'node:fs';
import { dataFolderPaths } from '../data-folder/data-folder.js';
import { OperatorError } from '../process/operator.error.js';
import { reportFailure } from '../process/report-failure.js';
import { startFailure } from '../runner/start-failure.js';
import { LOCAL_SERVICES } from '../runner/service-environments.js';
import { verifyService } from './verify-service.js';
import { withPostgres } from './with-postgres.js';

/** `npm run audit:verify`: walks every service's audit log; exit code 1 and the place when one was tampered with. */
try {
  const folder = dataFolderPaths(process.env, process.cwd());
  if (!existsSync(folder.secrets))
    throw new OperatorError(`Er zijn nog geen gegevens in ${folder.root}. Start eerst: npm start`);
  let damaged = false;
  await withPostgres(folder, async (adminUrl) => {
    for (const { name, database } of LOCAL_SERVICES) {
      const { sentence, verdict } = await verifyService(adminUrl, name, database);
      console.log(sentence);
      damaged ||= verdict === 'DAMAGED';
    }
  });
  process.exitCode = damaged ? 1 : 0;
} catch (error) {
  reportFailure(startFailure(error));
}
