import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Public half; `y` of a key on P-256 only. */
export interface ReceiptJwk {
  kty: string;
  crv: string;
  x: string;
  y?: string;
}

/** A key that signs receipts; the private half is sealed. Old ones stay, so that old receipts stay valid. */
@Entity('receipt_key')
export class ReceiptKeyEntity {
  @PrimaryColumn('text', { name: 'key_id' })
  keyId: string;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk: ReceiptJwk;

  @Column('bytea', { name: 'sealed_private_key' })
  sealedPrivateKey: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;
}
