import { Metrics } from '#platform';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { NotificationConfig } from '../notification.config.js';
import {
  MailProvider,
  MaybeTaken,
  NotTaken,
  RefusedMail,
  type OutgoingMail,
  type ProviderName,
} from './mail-provider.js';
import { ProviderCircuit, type CircuitChange } from './provider-circuit.js';

export const MAIL_PROVIDERS = Symbol('mail providers');

const OUTCOMES = [
  [RefusedMail, 'REFUSED'],
  [NotTaken, 'NOT_TAKEN'],
  [MaybeTaken, 'UNKNOWN'],
] as const;

/** Follows a hand-over while it goes on. */
export interface HandOverWitness {
  /** Called before the first byte of content; nothing is sent when it throws. */
  contentBegins(provider: ProviderName): Promise<void>;
  /** This provider has certainly not taken it, and another is asked. */
  passedOn(failure: NotTaken): Promise<void>;
}

/**
 * Hands a mail to the first provider that takes it. The second is asked only when the first has certainly not taken
 * the mail; a provider that failed over and over is asked last until its pause is over.
 */
@Injectable()
export class MailProviders implements OnApplicationShutdown {
  private readonly logger = new Logger('MailProviders');
  private readonly circuits: Map<ProviderName, ProviderCircuit>;
  private readonly handOvers;

  constructor(
    @Inject(MAIL_PROVIDERS) private readonly providers: MailProvider[],
    config: NotificationConfig,
    metrics: Metrics,
  ) {
    const pauseMs = config.SMTP_PAUSE_SECONDS * 1000;
    const circuits = new Map(providers.map(({ name }) => [name, new ProviderCircuit(pauseMs)]));
    this.circuits = circuits;
    this.handOvers = metrics.counter({
      name: 'opgroeipunt_mail_hand_overs_total',
      help: 'Mails offered to a mail provider, by outcome',
      labelNames: ['provider', 'outcome'],
    });
    metrics.gauge({
      name: 'opgroeipunt_mail_provider_open',
      help: '1 while a mail provider is asked last because it does not work',
      labelNames: ['provider'],
      collect() {
        for (const [provider, circuit] of circuits) {
          this.set({ provider }, circuit.isOpen(performance.now()) ? 1 : 0);
        }
      },
    });
  }

  onApplicationShutdown(): void {
    for (const provider of this.providers) provider.close();
  }

  /**
   * @param lastResort provider that may have the mail already, asked last; null for none
   * @returns the provider that took it
   * @throws RefusedMail, NotTaken (the last provider's) or MaybeTaken
   */
  async handOver(
    mail: OutgoingMail,
    witness: HandOverWitness,
    lastResort: ProviderName | null,
  ): Promise<ProviderName> {
    const [provider, ...others] = this.inOrder(lastResort);
    if (provider === undefined) throw new Error('No mail provider is configured.');
    return this.offer(mail, witness, provider, others);
  }

  private async offer(
    mail: OutgoingMail,
    witness: HandOverWitness,
    provider: MailProvider,
    [next, ...others]: MailProvider[],
  ): Promise<ProviderName> {
    try {
      await provider.handOver(mail, () => witness.contentBegins(provider.name));
      this.note(provider.name, 'TAKEN', this.circuits.get(provider.name)?.worked());
      return provider.name;
    } catch (error) {
      this.failed(provider.name, error);
      if (!(error instanceof NotTaken) || next === undefined) throw error;
      await witness.passedOn(error);
      return this.offer(mail, witness, next, others);
    }
  }

  private failed(provider: ProviderName, error: unknown): void {
    const outcome = OUTCOMES.find(([type]) => error instanceof type)?.[1] ?? 'CALLED_OFF';
    const circuit = this.circuits.get(provider);
    const isDown = error instanceof NotTaken && error.liesWith === 'PROVIDER';
    this.note(provider, outcome, isDown ? circuit?.failed(performance.now()) : 'UNCHANGED');
  }

  private note(provider: ProviderName, outcome: string, change: CircuitChange = 'UNCHANGED'): void {
    this.handOvers.inc({ provider, outcome });
    if (change === 'OPENED')
      this.logger.warn(`mail provider ${provider} does not work: asked last for a while`);
    if (change === 'CLOSED') this.logger.log(`mail provider ${provider} works again`);
  }

  private inOrder(lastResort: ProviderName | null): MailProvider[] {
    const now = performance.now();
    const rank = ({ name }: MailProvider): number =>
      (name === lastResort ? 2 : 0) + (this.circuits.get(name)?.isOpen(now) ? 1 : 0);
    return this.providers.toSorted((one, other) => rank(one) - rank(other));
  }
}
