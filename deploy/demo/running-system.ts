import { setTimeout as delay } from 'node:timers/promises';
import { requestStaffToken } from '../local/identity/request-staff-token.js';
import type { LocalPorts } from '../local/ports/local-ports.js';
import { OperatorError } from '../local/process/operator.error.js';

/** Sees every case and may enter meldingen that came by phone or letter. */
const STAFF_MEMBER = 'wacht.een';
const REFUSALS_OF_PATIENCE = 30;

/** The running system as a client knows it: its public and staff APIs, nothing behind them. */
export class RunningSystem {
  private constructor(
    private readonly ports: LocalPorts,
    private readonly token: string,
  ) {}

  static async connect(ports: LocalPorts): Promise<RunningSystem> {
    return new RunningSystem(
      ports,
      await requestStaffToken(`http://localhost:${ports.identity}`, STAFF_MEMBER),
    );
  }

  /** @returns the answer's body, or `undefined` for 404. Waits as long as asked when there were too many requests. */
  async get<T>(service: keyof LocalPorts, path: string): Promise<T | undefined> {
    const response = await this.patiently(service, path, { headers: this.authorization() });
    if (response.status === 404) return undefined;
    return this.body<T>(path, response);
  }

  async post<T>(
    service: keyof LocalPorts,
    path: string,
    content: object,
    as: 'PUBLIC' | 'STAFF',
  ): Promise<T> {
    const response = await this.patiently(service, path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(as === 'STAFF' ? this.authorization() : {}),
      },
      body: JSON.stringify(content),
    });
    return this.body<T>(path, response);
  }

  private async patiently(service: keyof LocalPorts, path: string, init: RequestInit): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(`http://localhost:${this.ports[service]}${path}`, init).catch(
        (error: unknown) => {
          throw new OperatorError(
            `${service} antwoordt niet (${String(error)}). Draait het systeem? Start het met: npm start`,
          );
        },
      );
      if (response.status !== 429 || tries > REFUSALS_OF_PATIENCE) return response;
      await response.body?.cancel();
      await delay(Number(response.headers.get('retry-after') ?? 1) * 1_000);
    }
  }

  private async body<T>(path: string, response: Response): Promise<T> {
    if (!response.ok)
      throw new OperatorError(`${path} antwoordde ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  private authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}
