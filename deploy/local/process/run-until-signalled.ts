/** Something started that can be stopped. */
export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Starts a part as its own process: exit code 0 after SIGINT or SIGTERM, 1 with the reason on standard error
 * when it cannot start.
 */
export async function runUntilSignalled(start: () => Promise<Stoppable>): Promise<void> {
  try {
    const running = await start();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void running.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
