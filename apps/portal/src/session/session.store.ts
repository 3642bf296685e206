import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager, LessThan, MoreThan } from 'typeorm';
import { Clock, KeyRing, keyedHash, open, seal, type Actor } from '#platform';
import { SessionEntity } from './session.entity.js';
import type { StaffSession } from './staff-session.js';

export type SignedIn = Pick<StaffSession, 'accessToken' | 'idToken'> & { actor: Actor; expiresAt: Date };

const IDENTIFIER = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();
const belongsTo = (idHash: Buffer): string => `portal-session:${idHash.toString('hex')}`;

/** Sessions of staff in the portal's own database, so that a restart signs nobody out. */
@Injectable()
export class SessionStore {
  private readonly sealing: KeyObject;
  private readonly csrf: KeyObject;

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
    keys: KeyRing,
  ) {
    this.sealing = keys.derive('portal-session');
    this.csrf = keys.derive('portal-csrf');
  }

  /** Starts a session and tells the identifier for the cookie. Sessions that have ended are cleared away. */
  async create({ expiresAt, ...content }: SignedIn): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const idHash = hashOf(id);
    const now = this.clock.now();
    await this.manager.transaction(async (manager) => {
      await manager.delete(SessionEntity, { expiresAt: LessThan(now) });
      const sealed = seal(this.sealing, belongsTo(idHash), JSON.stringify(content));
      await manager.insert(SessionEntity, { idHash, sealed, createdAt: now, expiresAt });
    });
    return id;
  }

  /** The session behind a cookie; undefined when there is none or it has ended. */
  async find(id: string): Promise<StaffSession | undefined> {
    if (!IDENTIFIER.test(id)) return undefined;
    const idHash = hashOf(id);
    const row = await this.manager.findOneBy(SessionEntity, {
      idHash,
      expiresAt: MoreThan(this.clock.now()),
    });
    if (row === null) return undefined;
    const content = JSON.parse(open(this.sealing, belongsTo(idHash), row.sealed).toString('utf8')) as Omit<
      SignedIn,
      'expiresAt'
    >;
    return { ...content, csrfToken: keyedHash(this.csrf, id).toString('base64url') };
  }

  async end(id: string): Promise<void> {
    await this.manager.delete(SessionEntity, { idHash: hashOf(id) });
  }
}
