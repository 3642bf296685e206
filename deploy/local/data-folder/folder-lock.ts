import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning } from '#platform/embedded-postgres';
import { OperatorError } from '../process/operator.error.js';
import type { LocalPorts } from '../ports/local-ports.js';

/** Who runs on a data folder, and where its parts listen. */
export interface RunningSystem {
  pid: number;
  processStart: string;
  ports: LocalPorts;
}

/** Keeps a second start off the same data. A lock whose process is gone (killed, power cut) is taken over. */
export class FolderLock {
  private constructor(private readonly file: string) {}

  /** @throws OperatorError when another start holds the folder */
  static take(file: string, ports: LocalPorts): FolderLock {
    const own: RunningSystem = { pid: process.pid, processStart: processStart(process.pid), ports };
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(own), { mode: 0o644 });
    try {
      for (;;) {
        const holder = runningSystem(file);
        if (holder) throw heldBy(holder);
        rmSync(file, { force: true });
        if (linked(draft, file)) return new FolderLock(file);
      }
    } finally {
      rmSync(draft, { force: true });
    }
  }

  release(): void {
    rmSync(this.file, { force: true });
  }
}

/** The system that runs on this folder now, if any. */
export function runningSystem(file: string): RunningSystem | undefined {
  let system: RunningSystem;
  try {
    system = JSON.parse(readFileSync(file, 'utf8')) as RunningSystem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const alive = isRunning(system.pid) && processStart(system.pid) === system.processStart;
  return alive ? system : undefined;
}

/** Numbers of ended processes are given out again; the moment of starting tells the two apart (Linux only). */
function processStart(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    // The program's name, in brackets, may hold spaces: count the fields after it. Start time is field 22.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return ''; // no such process
  }
}

/** The file appears with its content in one step, or not at all because another start was first. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function heldBy({ pid, ports }: RunningSystem): OperatorError {
  return new OperatorError(
    `Het systeem draait al op deze gegevens (proces ${pid}, http://localhost:${ports.portal}). Stop dat eerst, of kies een andere map met OPGROEIPUNT_DATA_DIR en andere poorten met PORT_OFFSET.`,
  );
}
