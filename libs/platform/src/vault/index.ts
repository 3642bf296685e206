export { FileKeyEncryption } from './file-key-encryption.js';
export { MissingKeyEncryption } from './missing-key-encryption.js';
export { freshBytes } from './fresh-bytes.js';
export type { KeyEncryption } from './key-encryption.js';
export { KeyRing, type DataKey } from './key-ring.js';
export { keyedHash } from './keyed-hash.js';
export { open, seal } from './sealing.js';
