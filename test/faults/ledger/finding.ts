export type Rule =
  | 'ACCEPTED_IS_HELD'
  | 'ONE_MELDING_PER_KEY'
  | 'EACH_IN_THE_LEDGER_ONCE'
  | 'LISTED_WITH_OWNER'
  | 'ONE_DOSSIER_PER_MELDING'
  | 'LEDGER_AND_STORE_AGREE'
  | 'STORE_VERSIONS_GROW'
  | 'EACH_HAS_ITS_CASE'
  | 'ORDER_PER_MELDING'
  | 'STORE_HEARD_THE_LAST'
  | 'TRACE_COMPLETE'
  | 'ONE_MESSAGE_PER_OCCASION'
  | 'EACH_MESSAGE_SENT'
  | 'CRISIS_ALERTED_ONCE'
  | 'NO_PARKED_EVENT_WITHOUT_REASON'
  | 'NOTHING_LEFT_PARKED'
  | 'NOTHING_LEFT_TO_DO'
  | 'AUDIT_CHAIN_UNBROKEN'
  /** All runs, answers and is done in time once everything is mended. */
  | 'SETTLES'
  /** No process ends by an error that it does not handle. */
  | 'NOTHING_UNHANDLED'
  /** The plan was carried out, and no melding was refused. */
  | 'EVERYTHING_BREAKABLE';

/** A promise that was not kept. */
export interface Finding {
  rule: Rule;
  /** Of whom the story is told. */
  meldingId?: string;
  text: string;
}
