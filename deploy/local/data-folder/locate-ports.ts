import { localPorts, type LocalPorts } from '../ports/local-ports.js';
import { runningSystem } from './folder-lock.js';

/** Where the running system listens: as it wrote itself, else as this environment's variables say. */
export function locatePorts(env: Record<string, string | undefined>, lock: string): LocalPorts {
  const moved = Object.keys(env).some((name) => name === 'PORT_OFFSET' || name.endsWith('_PORT'));
  const running = moved ? undefined : runningSystem(lock);
  return running?.ports ?? localPorts(env);
}
