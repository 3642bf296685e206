import { dataFolderPaths } from '../data-folder/data-folder.js';
import { runningSystem } from '../data-folder/folder-lock.js';
import { LocalSecrets } from '../data-folder/local-secrets.js';
import { OperatorError } from '../process/operator.error.js';
import { LOCAL_SERVICES, type Environment } from '../runner/service-environments.js';

export interface AuditedDatabase {
  name: string;
  url: string;
}

/** `DATABASE_URLS` holds addresses divided by commas; only the name of the database may be shown. */
function given(addresses: string): AuditedDatabase[] {
  return addresses.split(',').map((address) => {
    const url = address.trim();
    if (!URL.canParse(url))
      throw new OperatorError('In DATABASE_URLS staat iets wat geen adres van een database is.');
    return { name: new URL(url).pathname.slice(1), url };
  });
}

function local(env: Environment, cwd: string): AuditedDatabase[] {
  const folder = dataFolderPaths(env, cwd);
  const running = runningSystem(folder.lock);
  if (running === undefined) {
    throw new OperatorError(
      'Het systeem draait niet. Start het met npm start, of geef de adressen van de databases in DATABASE_URLS.',
    );
  }
  const secrets = new LocalSecrets(folder.secrets);
  return LOCAL_SERVICES.flatMap(({ database }) =>
    database === undefined
      ? []
      : [
          {
            name: database,
            url: `postgres://${database}:${encodeURIComponent(secrets.get(database))}@127.0.0.1:${running.ports.postgres}/${database}`,
          },
        ],
  );
}

/** The databases to check: those of `DATABASE_URLS`, else those of the running local system. */
export function auditedDatabases(env: Environment, cwd: string): AuditedDatabase[] {
  const addresses = env['DATABASE_URLS'];
  return addresses ? given(addresses) : local(env, cwd);
}
