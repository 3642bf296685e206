import type { Transport } from '#messaging';
import type { ServiceConfig } from '../configuration/service-config.js';
import type { RunningService, ServiceDefinition } from './service-definition.js';
import { startService } from './start-service.js';

/** Docker and Kubernetes wait longer (30 s) before they kill. */
const STOP_DEADLINE_MS = 20_000;

async function transportFor(brokers: string | undefined, service: string): Promise<Transport> {
  const { InProcessTransport, KafkaTransport } = await import('#messaging');
  if (brokers === undefined || brokers === '') return new InProcessTransport();
  return new KafkaTransport({
    brokers: brokers.split(',').map((broker) => broker.trim()),
    clientId: `opgroeipunt-${service}`,
  });
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function stopOnSignal(running: RunningService, transport: Transport): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const deadline = setTimeout(() => {
      say(
        `${running.name}: niet alles was binnen ${STOP_DEADLINE_MS / 1000} s klaar; het werk in hand wordt later hernomen.`,
      );
      process.exit(1);
    }, STOP_DEADLINE_MS);
    deadline.unref();
    try {
      await running.stop();
      await transport.close();
      process.exitCode = 0;
    } catch (error) {
      say(`${running.name}: het stoppen liep mis: ${error instanceof Error ? error.message : 'onbekend'}`);
      process.exitCode = 1;
    }
    process.exit();
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

/**
 * Entry of a process with one service: environment from `process.env`, stop on SIGTERM and SIGINT.
 * Exit codes: 0 stopped, 1 could not start or stop in time.
 */
export async function runService<C extends ServiceConfig>(definition: ServiceDefinition<C>): Promise<void> {
  try {
    const transport = await transportFor(process.env['KAFKA_BROKERS'], definition.name);
    const running = await startService(definition, process.env, { transport });
    stopOnSignal(running, transport);
    say(`${running.name} luistert op ${running.url}`);
  } catch (error) {
    say(`${definition.name} kan niet starten. ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
