import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

const entries = new Map<string, Entry>();

/** Codes, sessions and grants of the local provider, in memory and for as long as each is good. */
export class MemoryAdapter implements Adapter {
  constructor(private readonly model: string) {}

  upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> {
    const expiresAt = expiresInSeconds === undefined ? Infinity : Date.now() + expiresInSeconds * 1_000;
    removeExpired();
    entries.set(this.key(id), { payload, expiresAt });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const entry = entries.get(this.key(id));
    return Promise.resolve(entry && entry.expiresAt > Date.now() ? entry.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.userCode === userCode);
  }

  consume(id: string): Promise<void> {
    const entry = entries.get(this.key(id));
    if (entry) entry.payload = { ...entry.payload, consumed: Math.trunc(Date.now() / 1_000) };
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    entries.delete(this.key(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    return Promise.resolve();
  }

  private findBy(matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    const own = [...entries].filter(
      ([key, { expiresAt }]) => key.startsWith(`${this.model}:`) && expiresAt > Date.now(),
    );
    return Promise.resolve(own.map(([, { payload }]) => payload).find(matches));
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }
}

function removeExpired(): void {
  const now = Date.now();
  for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key);
}
