import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { link, mkdir, open as openFile, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../failure/error-code.js';
import { KEY_BYTES, type KeyEncryption } from './key-encryption.js';
import { open, seal } from './sealing.js';

/**
 * Makes the key file in one step: written and flushed under a temporary name, then linked. Of two processes that
 * start at once one wins and both read the same key; a crash half-way leaves no short key behind.
 */
async function create(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await openFile(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

async function read(path: string): Promise<Buffer> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`Het sleutelbestand ${path} is leesbaar voor anderen. Zet de rechten op 0600.`);
  }
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error(`Het sleutelbestand ${path} is beschadigd: er staat geen sleutel van 32 bytes in.`);
  return key;
}

/** Key-encryption key in a file that only its owner may read. */
export class FileKeyEncryption implements KeyEncryption {
  private readonly wrapping: KeyObject;

  private constructor(private readonly kek: Buffer) {
    this.wrapping = this.derive('wrap-data-keys');
  }

  /**
   * Reads the key file, and makes it first when it does not exist.
   * @throws Error when others may read it or when it is damaged
   */
  static async open(path: string): Promise<FileKeyEncryption> {
    try {
      return new FileKeyEncryption(await read(path));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      await create(path);
      return new FileKeyEncryption(await read(path));
    }
  }

  wrap(plain: Buffer): Buffer {
    return seal(this.wrapping, 'data-key', plain);
  }

  unwrap(wrapped: Buffer): Buffer {
    return open(this.wrapping, 'data-key', wrapped);
  }

  derive(purpose: string): KeyObject {
    const key = hkdfSync('sha256', this.kek, Buffer.alloc(0), `opgroeipunt:${purpose}`, KEY_BYTES);
    return createSecretKey(Buffer.from(key));
  }
}
