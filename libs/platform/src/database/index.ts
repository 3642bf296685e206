export { isCausedByARow } from './caused-by-a-row.js';
export { DatabaseModule } from './database.module.js';
export { dataSourceOptions, type Schema } from './data-source.js';
export { migrate } from './migrate.js';
export { SchemaTooNewError } from './schema-too-new.error.js';
export { DatabaseAwayError } from './database-away.error.js';
export { insertRows, readRows, updateRows } from './bulk-rows.js';
