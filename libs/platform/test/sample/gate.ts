import { Injectable } from '@nestjs/common';

/** Holds requests until a test lets them go, so that "at the same time" is certain. */
@Injectable()
export class Gate {
  private readonly waiting: (() => void)[] = [];
  entered = 0;
  closed = false;

  async pass(): Promise<void> {
    this.entered += 1;
    if (this.closed) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  open(): void {
    this.closed = false;
    for (const go of this.waiting.splice(0)) go();
  }
}
