import { KeyRing, open, seal } from '#platform';
import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TriageCase } from './triage-case.entity.js';

const belongsTo = ({ id }: TriageCase): string => `case:${id}:reason`;

/** What staff write about a case may name people, so it is sealed with a key of the case (architecture.md 6). */
@Injectable()
export class WrittenReasons {
  constructor(private readonly keyRing: KeyRing) {}

  /** Seals a text; the first of a case makes its key, which the caller saves with the case. */
  seal(theCase: TriageCase, text: string): Buffer {
    return seal(this.keyOf(theCase), belongsTo(theCase), text);
  }

  /** Reads it back; null when there is none, or when the key was erased with the melding. */
  open(theCase: TriageCase, sealed: Buffer | null): string | null {
    if (sealed === null || theCase.noteKey === null) return null;
    return open(this.keyRing.unwrap(theCase.noteKey), belongsTo(theCase), sealed).toString('utf8');
  }

  private keyOf(theCase: TriageCase): KeyObject {
    if (theCase.noteKey !== null) return this.keyRing.unwrap(theCase.noteKey);
    const { key, wrapped } = this.keyRing.newDataKey();
    theCase.noteKey = wrapped;
    return key;
  }
}
