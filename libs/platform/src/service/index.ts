export type { RunningService, ServiceDefinition } from './service-definition.js';
export { startService, type StartOptions } from './start-service.js';
export { PortInUseError } from './listen.js';
export type { SecurityPolicy } from './security-headers.js';
export { runService } from './run-service.js';
