import { BounceSource } from './bounce-source.js';

/** Where nobody reads bounces: they go to the sender's own mailbox. */
export class NoBounceSource extends BounceSource {
  open(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
