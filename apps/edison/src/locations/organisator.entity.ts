import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Natural or legal person that organises childcare (domain.md 1.2, 5.1). */
@Entity({ name: 'organisator' })
export class Organisator {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'legal_form', type: 'text' })
  legalForm: string;

  @Column({ name: 'kbo_number', type: 'text' })
  kboNumber: string;

  /** User name of the klantenbeheerder kinderopvang; null while nobody is. */
  @Column({ type: 'text', nullable: true })
  spoc: string | null;
}
