import type { LicenceState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Licence of a location; its state history is in `VergunningState`. */
@Entity({ name: 'vergunning' })
export class Vergunning {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'location_id', type: 'text' })
  locationId: string;

  @Column({ type: 'integer' })
  places: number;

  @Column({ type: 'text' })
  state: LicenceState;
}
