import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Passwords and client secrets of the local system: random, made when first asked for, kept readable by the
 * owner of the data folder alone.
 */
export class LocalSecrets {
  private readonly secrets: Record<string, string>;

  constructor(private readonly file: string) {
    this.secrets = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  }

  /** The secret of that name, the same on every start. */
  get(name: string): string {
    const known = this.secrets[name];
    if (known !== undefined) return known;
    const made = randomBytes(24).toString('base64url');
    this.secrets[name] = made;
    this.save();
    return made;
  }

  private save(): void {
    const next = `${this.file}.next`;
    writeFileSync(next, JSON.stringify(this.secrets, undefined, 2), { mode: 0o600 });
    renameSync(next, this.file);
  }
}
