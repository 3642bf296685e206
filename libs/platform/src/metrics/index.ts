export { Metrics } from './metrics.js';
export { MetricsController } from './metrics.controller.js';
export { measureRequests } from './http-metrics.js';
