export { ServiceClient, type CallOptions, type ServiceAnswer } from './service-client.js';
export { ServiceAnswered, ServiceUnavailable } from './service-errors.js';
export { ServiceToken } from './service-token.js';
