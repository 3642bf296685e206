const PORTS: Record<string, number> = {
  edison: 3005,
  'dossier-sync': 3003,
  intake: 3001,
  triage: 3002,
  notification: 3004,
};

/** Loopback addresses of one system: each service has its own, so that all keep the ports of the compose file. */
export class LoopbackAddresses {
  private readonly range = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  private readonly own = new Map<string, string>();
  private next = 2;
  /** The identity provider has no port of its own in the file. */
  identityPort = 0;

  fresh(): string {
    this.next += 1;
    return `${this.range}.${this.next}`;
  }

  of(service: string): string {
    const known = this.own.get(service) ?? this.fresh();
    this.own.set(service, known);
    return known;
  }

  urlOf(service: string): string {
    return `http://${this.of(service)}:${service === 'identity' ? this.identityPort : PORTS[service]}`;
  }
}
