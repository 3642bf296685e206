import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parseDocument } from 'yaml';
import { PolicyError } from './policy-error.js';

const validator = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

/** Makes a check of a file against a JSON Schema. */
export function schemaFor<T>(schema: object): ValidateFunction<T> {
  return validator.compile<T>(schema);
}

/** Reads the files of one policy, and takes a hash over all that it read. */
export class PolicyReader {
  private readonly hash = createHash('sha256');

  constructor(
    private readonly policy: string,
    private readonly folder: URL,
  ) {}

  /** @throws PolicyError when the file is missing, is no YAML, or is not as the schema says. */
  yaml<T>(name: string, isValid: ValidateFunction<T>): T {
    const document = parseDocument(this.text(name), { uniqueKeys: true });
    if (document.errors.length > 0)
      throw this.error(document.errors.map(({ message }) => `${name}: ${message}`));
    const content: unknown = document.toJS();
    if (isValid(content)) return content;
    throw this.error((isValid.errors ?? []).map((error) => `${name}${inWords(error)}`));
  }

  /** The words of a plain list; a line that begins with # is a remark. */
  words(name: string): string[] {
    return this.text(name)
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' '))
      .filter((word) => word !== '');
  }

  contentHash(): string {
    return this.hash.copy().digest('hex');
  }

  error(faults: readonly string[]): PolicyError {
    return new PolicyError(this.policy, faults);
  }

  private text(name: string): string {
    try {
      const content = readFileSync(new URL(name, this.folder), 'utf8');
      this.hash.update(content);
      return content;
    } catch (error) {
      throw this.error([`${name}: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }
}

function inWords(error: { instancePath: string; message?: string; params: object }): string {
  return `${error.instancePath}: ${error.message ?? 'is wrong'} ${JSON.stringify(error.params)}`;
}
