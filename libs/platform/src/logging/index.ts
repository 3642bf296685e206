export { ProcessLogger } from './process-logger.js';
export { currentService, inService } from './service-scope.js';
export { logRequests } from './http-logging.js';
