import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A location as far as intake needs it; the dossier store owns it (location.changed). */
@Entity('location')
export class LocationEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('integer')
  revision: number;

  @Column('text')
  name: string;

  @Column('text')
  type: string;

  @Column('text')
  municipality: string;

  @Column('text', { nullable: true })
  spoc: string | null;

  @Column('text', { name: 'search_text' })
  searchText: string;
}
