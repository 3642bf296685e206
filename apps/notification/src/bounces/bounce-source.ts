/** What takes a bounce in. */
export interface BounceReader {
  /** Whether an address is one that we gave to a mail. */
  isOurs(address: string): boolean;
  /** @throws when it cannot be taken in now and has to be offered again */
  read(address: string, mail: Buffer): Promise<void>;
}

/** Where bounces come from; what is behind it can be swapped. */
export abstract class BounceSource {
  abstract open(reader: BounceReader): Promise<void>;
  abstract close(): Promise<void>;
}
