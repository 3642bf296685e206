/**
 * States of a message: those of contract.md 4 `GET /api/v1/messages`, and two that it does not have.
 * `UNCERTAIN`: the provider may have it. `DROPPED`: it no longer said anything when its turn came.
 */
export const MESSAGE_STATES = [
  'PENDING',
  'APPROVED',
  'EMBARGOED',
  'SENT',
  'ACCEPTED',
  'DELIVERED',
  'BOUNCED',
  'FAILED',
  'UNCERTAIN',
  'DROPPED',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why a message failed for good; same codes as in `notification.failed.v1`. */
export type FailureReason = 'ADDRESS_REFUSED' | 'PROVIDER_REFUSED' | 'GAVE_UP' | 'NO_ADDRESS' | 'BOUNCED';
