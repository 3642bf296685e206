import { startPortal } from '../../apps/portal/test/started-portal.js';

export interface TroubledPortal {
  /** From now on everything that a form needs from behind fails with this status. @returns its address */
  at(status: number): string;
  stop(): Promise<void>;
}

/** A real portal with a stand-in for intake that fails as it is told: the running system does not fail on request. */
export async function startTroubledPortal(): Promise<TroubledPortal> {
  const { portal, intake, stop } = await startPortal();
  return {
    at(status) {
      intake.answer('GET /api/v1/catalogue', () => ({ status, body: {} }));
      return portal.url;
    },
    stop,
  };
}
