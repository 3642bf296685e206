/** States of a message; contract.md 4 `GET /api/v1/messages`. */
export const MESSAGE_STATES = [
  'PENDING',
  'APPROVED',
  'EMBARGOED',
  'SENT',
  'ACCEPTED',
  'DELIVERED',
  'BOUNCED',
  'FAILED',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why a message failed for good; same codes as in `notification.failed.v1`. */
export type FailureReason = 'ADDRESS_REFUSED' | 'PROVIDER_REFUSED' | 'GAVE_UP' | 'NO_ADDRESS';
