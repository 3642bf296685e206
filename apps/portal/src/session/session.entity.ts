import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff who is signed in. Name and tokens are sealed: a copy of this table opens nothing. */
@Entity('portal_session')
export class SessionEntity {
  /** SHA-256 of the identifier in the cookie. */
  @PrimaryColumn({ name: 'id_hash', type: 'bytea' })
  idHash: Buffer;

  @Column({ type: 'bytea' })
  sealed: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
