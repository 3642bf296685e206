/**
 * Settings that make waits shorter, and nothing else different: how long a mail may still be on its way, and when a
 * person is asked whether it was sent (docs/decisions/0305).
 */
export const SOONER = { LOOKUP_TRUSTED_AFTER_SECONDS: '5', ASK_AFTER_SECONDS: '8' };
