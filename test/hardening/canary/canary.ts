import { randomBytes, randomInt } from 'node:crypto';

/** Signs that occur nowhere else; whatever holds them was planted. */
export class Canary {
  /** Letters alone: no case, escape or form of writing changes more than we look for. */
  readonly mark = `kanarie${[...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  readonly digits = `32${randomInt(1e9, 9e9)}`;
  readonly email = `${this.mark}@voorbeeld.example`;

  /** A sentence that nobody may find. */
  sentence(about: string): string {
    return `Over ${about}: mijn buur ${this.mark} heeft dit gezien en belt vanop ${this.digits} als het weer gebeurt.`;
  }

  /** Whether a text holds what was planted, in whatever case. */
  isIn(text: string): boolean {
    return text.toLowerCase().includes(this.mark) || text.includes(this.digits);
  }

  /** The bytes to look for: plain, in two-byte signs, and in the forms in which texts travel. */
  needles(): Buffer[] {
    const words = [this.mark, this.mark.toUpperCase(), this.mark.replace('k', 'K'), this.digits];
    return words.flatMap((word) => [
      Buffer.from(word),
      Buffer.from(word, 'utf16le'),
      Buffer.from(word, 'utf16le').swap16(),
      Buffer.from(Buffer.from(word).toString('hex')),
      Buffer.from(word.replaceAll(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)),
      ...[0, 1, 2].map((shift) => base64Core(word, shift)),
    ]);
  }
}

/** The signs of base64 that are the same whatever stands around the word, which starts at byte `shift` of three. */
function base64Core(word: string, shift: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]);
  const encoded = bytes.toString('base64').replaceAll('=', '');
  const first = shift === 0 ? 0 : shift + 1;
  const last = Math.floor((bytes.length * 4) / 3);
  return Buffer.from(encoded.slice(first, last));
}
