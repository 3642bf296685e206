import { HOSTILE_TEXTS } from '../fuzz/hostile-values.js';
import type { Random } from '../fuzz/random.js';
import type { ServedForm } from './served-form.js';

const EXTRA_NAMES = ['__proto__', 'constructor', 'a[b]', 'contact.email.x', 'toString', '', '%zz'];
const MEDIA_TYPES = ['text/plain', 'multipart/form-data; boundary=x', 'application/json', ''];
const ORDINARY = [
  'no',
  'yes',
  'BURGER',
  'ANONYMOUS',
  'x'.repeat(40),
  '2026-02-30',
  '1,5',
  'melder@voorbeeld.example',
];

export interface SentForm {
  form: ServedForm;
  body: string;
  headers: Record<string, string>;
}

/** Fills in forms: in most parts as a person would, in some as nobody should. */
export class FormMaker {
  constructor(private readonly random: Random) {}

  make(form: ServedForm): SentForm {
    const pairs = form.fields.flatMap(({ name, values }) => {
      if (this.random.chance(0.1)) return [];
      const times = this.random.chance(0.05) ? 3 : 1;
      return Array.from({ length: times }, () => [name, this.valueOf(values)] as const);
    });
    if (this.random.chance(0.2)) pairs.push([this.random.one(EXTRA_NAMES), this.hostile()]);
    const text = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    return {
      form,
      body: this.random.chance(0.04) ? this.broken(text) : text,
      headers: this.random.chance(0.04) ? { 'content-type': this.random.one(MEDIA_TYPES) } : {},
    };
  }

  private valueOf(values: readonly string[]): string {
    const offered = values.filter((value) => value !== '');
    if (offered.length > 0 && this.random.chance(0.8)) return this.random.one(offered);
    return this.random.chance(0.5) ? this.random.one(ORDINARY) : this.hostile();
  }

  private hostile(): string {
    return this.random.one(HOSTILE_TEXTS);
  }

  private broken(text: string): string {
    return this.random.one([`${text}&%`, `${text}&x=%ed%a0%80`, '&&&==', 'x'.repeat(1_100_000), '\u0000']);
  }
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
