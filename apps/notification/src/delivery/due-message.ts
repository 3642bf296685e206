import type { Level } from '#contracts';
import type { Message } from '../messages/message.entity.js';
import type { DeliveryAttempt } from './delivery-attempt.entity.js';

/** A message whose turn has come, with all that its next step depends on, as it was at one moment. */
export interface DueMessage {
  message: Message;
  /** The latest try by which a provider may have it, if any. */
  open: Pick<DeliveryAttempt, 'provider' | 'outcome'> | null;
  /** Whether what it tells of happened so long ago that it has to say so. */
  isLate: boolean;
  /** Milliseconds until the turn of a late message; null when it has none. */
  turnInMs: number | null;
  /** First judgement of the melding; null when there is none yet. */
  level: Level | null;
}
