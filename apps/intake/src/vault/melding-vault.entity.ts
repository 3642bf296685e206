import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedMelding } from './sealed-melding.js';

/** Everything personal of one melding, sealed under a key of its own (architecture.md 6). */
@Entity('melding_vault')
export class MeldingVaultEntity implements SealedMelding {
  @PrimaryColumn('uuid', { name: 'melding_id' })
  meldingId: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey: Buffer;

  @Column('bytea')
  identity: Buffer;

  @Column('bytea')
  content: Buffer;
}
