import { Readable } from 'node:stream';

/** Content of a mail that asks for leave before its first byte goes: a client reads it when the server is ready. */
export class GuardedContent {
  /** True from the first byte on: only then can the other side have the mail. */
  hasBegun = false;
  /** True once a client has begun to read it, so that leave was asked for. */
  wasAskedFor = false;
  /** Why leave was not given. */
  calledOff: Error | undefined;
  readonly stream: Readable;

  constructor(
    private readonly content: Buffer,
    private readonly leave: () => Promise<void>,
  ) {
    this.stream = Readable.from(this.guarded());
  }

  private async *guarded(): AsyncGenerator<Buffer> {
    this.wasAskedFor = true;
    try {
      await this.leave();
    } catch (error) {
      this.calledOff = error instanceof Error ? error : new Error('leave was not given', { cause: error });
      throw this.calledOff;
    }
    this.hasBegun = true;
    yield this.content;
  }
}
