export { PageQuery } from './page-query.dto.js';
export { pageOf, type Page } from './page.js';
export { decodeCursor, encodeCursor, isIdPosition, positionIn } from './cursor.js';
