/** What `@Type` and `@Transform` noted; the package has types for it, but not beside the file. */
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage.js';
}
