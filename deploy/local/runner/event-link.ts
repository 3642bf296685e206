import { InProcessTransport, type Transport } from '#messaging';

/** How events travel between the services of the local system. */
export interface EventLink {
  transport: Transport;
  title: string;
  close(): Promise<void>;
}

export async function openLink(_brokers: string | undefined): Promise<EventLink> {
  const transport = new InProcessTransport();
  return { transport, title: 'binnen dit proces', close: () => transport.close() };
}
