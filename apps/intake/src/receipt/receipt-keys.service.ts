import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { calculateJwkThumbprint } from 'jose';
import { EntityManager } from 'typeorm';
import { KeyRing, open, seal } from '#platform';
import { publicKeyOf, signingKey, type SigningKey } from './receipt.js';
import { ReceiptKeyEntity, type ReceiptJwk } from './receipt-key.entity.js';
import { algorithmOf, CURVE, type ReceiptAlgorithm } from './signature.js';

export interface PublicReceiptKey extends ReceiptJwk {
  kid: string;
  alg: ReceiptAlgorithm;
  use: 'sig';
}

const sealedFor = (keyId: string): string => `receipt-key:${keyId}`;
/** Two processes that start on an empty database must not each make a key of their own. */
const MAKING_A_KEY = 7_421_101;

/** The keys of receipts, read at start so that signing waits for nothing. */
@Injectable()
export class ReceiptKeys implements OnModuleInit {
  private readonly publicKeys = new Map<string, { key: KeyObject; jwk: PublicReceiptKey }>();
  private signingKey: SigningKey;

  constructor(
    private readonly manager: EntityManager,
    private readonly keyRing: KeyRing,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.manager.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [MAKING_A_KEY]);
      const known = await manager.find(ReceiptKeyEntity, { order: { createdAt: 'DESC', keyId: 'ASC' } });
      const newest = known.find(({ publicJwk }) => publicJwk.crv === CURVE) ?? (await this.make(manager));
      for (const row of [newest, ...known]) this.remember(row);
      this.signingKey = this.openKey(newest);
    });
  }

  /** The key that signs new receipts. */
  current(): SigningKey {
    return this.signingKey;
  }

  publicKey(keyId: string): KeyObject | undefined {
    return this.publicKeys.get(keyId)?.key;
  }

  /** For others who check receipts themselves (RFC 7517). */
  published(): PublicReceiptKey[] {
    return [...this.publicKeys.values()].map(({ jwk }) => jwk);
  }

  private async make(manager: EntityManager): Promise<ReceiptKeyEntity> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
    const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const publicJwk = { kty, crv, x, y };
    const keyId = await calculateJwkThumbprint(publicJwk);
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const row = manager.create(ReceiptKeyEntity, {
      keyId,
      publicJwk,
      sealedPrivateKey: seal(this.keyRing.derive('receipt-key'), sealedFor(keyId), der),
    });
    await manager.insert(ReceiptKeyEntity, row);
    return row;
  }

  private remember({ keyId, publicJwk }: ReceiptKeyEntity): void {
    const key = publicKeyOf(publicJwk);
    this.publicKeys.set(keyId, {
      key,
      jwk: { ...publicJwk, kid: keyId, alg: algorithmOf(key), use: 'sig' },
    });
  }

  private openKey({ keyId, sealedPrivateKey }: ReceiptKeyEntity): SigningKey {
    const der = open(this.keyRing.derive('receipt-key'), sealedFor(keyId), sealedPrivateKey);
    return signingKey(keyId, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  }
}
