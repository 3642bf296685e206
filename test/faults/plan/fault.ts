/** The two ways of running that are put to the test. */
export const WAYS = ['kafka', 'local'] as const;
export type Way = (typeof WAYS)[number];

export const LINK_FAULTS = ['CUT', 'DELAYED', 'HALF_OPEN', 'ANSWERS_LOST'] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

/** What a mail server does wrong beside its connection. */
export const MAIL_FAULTS = [
  'GREETS_WITH_421',
  'GREETS_WITH_554',
  'GREETS_WITH_NONSENSE',
  'TAKES_AND_SAYS_NOTHING',
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

export const STORE_FAULTS = [
  'ANSWERS_503',
  'ANSWERS_422',
  'ANSWERS_NONSENSE',
  'ANSWERS_200_WITHOUT_STORING',
  'CLAIMS_TO_HAVE_STORED',
  'STORES_AND_NEVER_ANSWERS',
  'STORES_AND_ANSWERS_LATE',
  'IS_TOLD_TWICE',
  'HEARS_LATE',
  'ANSWERS_OUT_OF_ORDER',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

export type FaultKind =
  | 'PROCESS_KILLED'
  | 'PROCESS_PAUSED'
  | 'BROKER_KILLED'
  | 'DATABASE_KILLED'
  | 'DATABASE_SESSION_KILLED'
  | 'DISK_FULL'
  | 'CLOCK_JUMPED'
  | 'EVENTS_TOLD_AGAIN'
  | 'OLDER_PROGRAM'
  | `LINK_${LinkFault}`
  | `MAIL_${MailFault}`
  | `STORE_${StoreFault}`;

export interface Fault {
  number: number;
  kind: FaultKind;
  /** Process, link or server that it happens to. */
  target: string;
  /** After the start of the fault before it, in milliseconds. */
  afterMs: number;
  /** How long until it is mended, in milliseconds. */
  forMs: number;
  /** Seconds that a clock jumps. */
  clockSeconds?: number;
}

/** What there is to break in a way of running. */
export interface Breakable {
  /** Killed and started again. */
  processes: string[];
  /** Stopped past their session time and resumed. */
  pausable: string[];
  clocks: string[];
  /** Whose events can be told again, out of order. */
  tellers: string[];
  /** Can be run as an older release, that does not know what events look like by now. */
  older: string[];
  links: string[];
  hasBroker: boolean;
  hasSmallDisk: boolean;
}

/** Whatever goes over it, a link is broken; the mail server and the store fail in ways of their own, too. */
export const MAIL_LINK = 'notification→mail';
export const MAIL_LOOKUP_LINK = 'notification→mail-lookup';
export const STORE_LINK = 'dossier-sync→edison';
export const DATABASE = 'postgres';
export const BROKER = 'kafka';
