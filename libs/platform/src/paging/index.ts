export { PageQuery } from './page-query.dto.js';
export { pageOf, type Page } from './page.js';
export { decodeCursor, encodeCursor } from './cursor.js';
