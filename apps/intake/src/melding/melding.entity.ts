import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Answers,
  Channel,
  IdentityMode,
  Kind,
  PreferredChannel,
  ReportedTo,
  SubmitterType,
  Theme,
} from '#contracts';
import type { YesNoUnknown } from '../submission/melding-input.js';
import type { InspectieAdvies, Personeelstekort } from '../submission/melding.js';

/** A melding as codes, dates and numbers. Rows are written by the accepting statement only, and read through this. */
@Entity('melding')
export class MeldingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  reference: string;

  @Column('text')
  kind: Kind;

  @Column('text', { name: 'submitter_type' })
  submitterType: SubmitterType;

  @Column('text', { name: 'identity_mode' })
  identityMode: IdentityMode;

  @Column('text')
  channel: Channel;

  @Column('text')
  language: string;

  @Column('text', { name: 'preferred_channel', nullable: true })
  preferredChannel: PreferredChannel | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('date', { name: 'fact_day', nullable: true })
  factDay: string | null;

  @Column('timestamptz', { name: 'fact_at', nullable: true })
  factAt: Date | null;

  @Column('text', { name: 'location_ids', array: true })
  locationIds: string[];

  @Column('jsonb')
  answers: Answers;

  @Column('text', { array: true })
  themes: Theme[];

  @Column('text', { name: 'already_reported_to', array: true })
  alreadyReportedTo: ReportedTo[];

  @Column('text', { name: 'parents_informed' })
  parentsInformed: YesNoUnknown;

  @Column('boolean', { name: 'consent_to_share_identity' })
  consentToShareIdentity: boolean;

  @Column('jsonb', { nullable: true })
  personeelstekort: Personeelstekort | null;

  @Column('jsonb', { name: 'inspectie_advies', nullable: true })
  inspectieAdvies: InspectieAdvies | null;

  @Column('text', { name: 'admissibility_missing', array: true })
  admissibilityMissing: string[];

  @Column('text', { name: 'entered_by', nullable: true })
  enteredBy: string | null;

  @Column('bytea', { name: 'follow_up_hash', select: false })
  followUpHash: Buffer;
}
