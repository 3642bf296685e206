import { DataSource } from 'typeorm';
import { isAway, verifyAuditChain, type AuditVerdict } from '#platform';
import { OperatorError } from '../process/operator.error.js';
import { reportFailure } from '../process/report-failure.js';
import { auditedDatabases, type AuditedDatabase } from './audited-databases.js';
import { verdictText } from './verdict-text.js';

/** In one snapshot, so that entries written meanwhile are either all seen or not at all. */
async function verdictOn({ name, url }: AuditedDatabase): Promise<AuditVerdict> {
  const source = new DataSource({ type: 'postgres', url, poolSize: 1, connectTimeoutMS: 5_000 });
  try {
    await source.initialize();
    return await source.transaction('REPEATABLE READ', (manager) => verifyAuditChain(manager));
  } catch (error) {
    if (isAway(error)) throw new OperatorError(`De database ${name} is niet bereikbaar.`);
    throw error;
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

try {
  for (const database of auditedDatabases(process.env, process.cwd())) {
    const verdict = await verdictOn(database);
    console.log(verdictText(database.name, verdict));
    if (verdict.fault !== null) process.exitCode = 1;
  }
} catch (error) {
  reportFailure(error);
}
