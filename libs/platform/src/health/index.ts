export { HealthChecks, LivenessChecks, type HealthCheck, type HealthReport } from './health-checks.js';
export { HealthController } from './health.controller.js';
