import { writeFileSync } from 'node:fs';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';

/** Keeps all that the processes wrote in the file that `FAULTS_LOG` names, for whoever wants to know more. */
export function keepLog(system: SystemUnderFaults): void {
  const file = process.env['FAULTS_LOG'];
  if (file) writeFileSync(file, system.logs());
}
