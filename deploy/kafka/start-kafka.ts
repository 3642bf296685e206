import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newClusterId } from './cluster-id.js';
import { GuardedProcess } from './guarded-process.js';
import { kafkaJars } from './kafka-jars.js';
import { freePort, untilListening } from './ports.js';
import { runTool } from './run-tool.js';
import { serverProperties } from './server-properties.js';

const START_MS = 60_000;

export interface KafkaSettings {
  /** 0 takes a free port. */
  port: number;
  /** Where the broker keeps its data; made when absent, used again when there. */
  dataDir: string;
  /** Where fetched jars are kept, see `cacheFolder`. */
  cacheDir: string;
  /** `host:port` that clients are told to use; without it, the broker's own on this machine. */
  advertised?: string;
}

export interface RunningKafka {
  /** For `KAFKA_BROKERS`. */
  brokers: string;
  port: number;
  /** Ends it in an orderly way. */
  stop(): Promise<void>;
  /** Ends it as a power cut would; `startKafka` with the same port and data brings it back. */
  kill(): Promise<void>;
}

/**
 * Starts a real Apache Kafka broker on this machine, without a container engine.
 * @throws MissingToolError without Java or Maven; an error naming the broker's log when it does not start
 */
export async function startKafka({
  port,
  dataDir,
  cacheDir,
  advertised,
}: KafkaSettings): Promise<RunningKafka> {
  const classPath = join(await kafkaJars(cacheDir), '*');
  const chosen = port === 0 ? await freePort() : port;
  await mkdir(dataDir, { recursive: true });
  const properties = join(dataDir, 'server.properties');
  const settings = {
    port: chosen,
    controllerPort: await freePort(),
    logFolder: join(dataDir, 'logs'),
    advertised: advertised ?? `127.0.0.1:${chosen}`,
  };
  await writeFile(properties, serverProperties(settings));
  await format(classPath, properties, dataDir);
  const log4j = fileURLToPath(new URL('./log4j2.yaml', import.meta.url));
  const broker = new GuardedProcess(
    [
      'java',
      '-Xms192m',
      '-Xmx384m',
      '-XX:+UseSerialGC',
      `-Dlog4j2.configurationFile=${log4j}`,
      '-cp',
      classPath,
      'kafka.Kafka',
      properties,
    ],
    join(dataDir, 'broker.log'),
  );
  try {
    await untilListening(chosen, START_MS, broker.gone.signal);
  } catch (error) {
    await broker.kill();
    throw error;
  }
  return {
    brokers: `127.0.0.1:${chosen}`,
    port: chosen,
    stop: () => broker.stop(),
    kill: () => broker.kill(),
  };
}

/** Makes an empty data folder ready for use; one that is in use already is left as it is. */
async function format(classPath: string, properties: string, dataDir: string): Promise<void> {
  const formatted = await access(join(dataDir, 'logs', 'meta.properties')).then(
    () => true,
    () => false,
  );
  if (formatted) return;
  await runTool('java', [
    '-cp',
    classPath,
    'kafka.tools.StorageTool',
    'format',
    '--standalone',
    '--cluster-id',
    newClusterId(),
    '--config',
    properties,
  ]);
}
