import type { KeyObject } from 'node:crypto';
import { ConfigurationError } from '../configuration/configuration-error.js';
import type { KeyEncryption } from './key-encryption.js';

const missing = (): ConfigurationError =>
  new ConfigurationError([
    {
      variable: 'KEK_FILE',
      message: 'ontbreekt; deze dienst versleutelt gegevens en heeft een sleutelbestand nodig.',
    },
  ]);

/** Stands where no key file is configured, so that the first use says what to set instead of failing obscurely. */
export class MissingKeyEncryption implements KeyEncryption {
  wrap(): Buffer {
    throw missing();
  }

  unwrap(): Buffer {
    throw missing();
  }

  derive(): KeyObject {
    throw missing();
  }
}
