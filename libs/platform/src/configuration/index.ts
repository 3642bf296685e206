export { EmptyIsUnset, ServiceConfig } from './service-config.js';
export { ConfigurationError, type ConfigurationFault } from './configuration-error.js';
export { loadConfig, type Environment } from './load-config.js';
