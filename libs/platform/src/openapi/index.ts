export { openApiDocument } from './openapi.js';
export { serveOpenApi } from './openapi-routes.js';
