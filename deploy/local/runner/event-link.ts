import { catalogue } from '#contracts';
import { createTopics, InProcessTransport, KafkaTransport, topicsOf, type Transport } from '#messaging';
import { OperatorError } from '../process/operator.error.js';

/** How events travel between the services of the local system. */
export interface EventLink {
  transport: Transport;
  title: string;
  close(): Promise<void>;
}

/**
 * In process, or over the Kafka that the operator names. One's own broker is a single node, hence one replica;
 * elsewhere the deploy step makes the topics.
 */
export async function openLink(brokers: string | undefined): Promise<EventLink> {
  if (!brokers) {
    const transport = new InProcessTransport();
    return { transport, title: 'binnen dit proces', close: () => transport.close() };
  }
  const connection = {
    brokers: brokers.split(',').map((broker) => broker.trim()),
    clientId: 'opgroeipunt-local',
  };
  await createTopics(connection, topicsOf(catalogue), { partitions: 6, replicationFactor: 1 }).catch(
    (error: unknown) => {
      throw new OperatorError(`Kafka op ${brokers} antwoordt niet zoals het moet: ${String(error)}`);
    },
  );
  const transport = new KafkaTransport(connection);
  return { transport, title: `Kafka op ${brokers}`, close: () => transport.close() };
}
