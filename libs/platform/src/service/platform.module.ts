import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from '../access/access.guard.js';
import { IdentityProvider } from '../access/identity-provider.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { AuditAnchoring } from '../audit/audit-anchoring.service.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../configuration/service-config.js';
import { HealthChecks, LivenessChecks } from '../health/health-checks.js';
import { HealthController } from '../health/health.controller.js';
import { ServiceClient } from '../http-client/service-client.js';
import { ServiceToken } from '../http-client/service-token.js';
import { IdempotencyPruning } from '../idempotency/idempotency.pruning.js';
import { IdempotencyStore } from '../idempotency/idempotency.store.js';
import { Metrics } from '../metrics/metrics.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { InputPipe } from '../problem/validation.pipe.js';
import { Tracing } from '../tracing/tracing.js';
import { KeyRing } from '../vault/key-ring.js';

export interface PlatformParts {
  config: ServiceConfig;
  metrics: Metrics;
  tracing: Tracing;
  keyRing: KeyRing;
  withDatabase: 'WITH_DATABASE' | 'WITHOUT_DATABASE';
}

/** What every service can inject, and the filter, guard and pipe around every route. */
@Module({})
export class PlatformModule {
  static forRoot(parts: PlatformParts): DynamicModule {
    const { config, metrics, tracing, keyRing } = parts;
    const shared: Provider[] = [
      { provide: ServiceConfig, useValue: config },
      { provide: config.constructor, useValue: config },
      { provide: Metrics, useValue: metrics },
      { provide: Tracing, useValue: tracing },
      { provide: KeyRing, useValue: keyRing },
      Clock,
      HealthChecks,
      LivenessChecks,
      IdentityProvider,
      TokenVerifier,
      ServiceToken,
      ServiceClient,
      AuditLog,
      IdempotencyStore,
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        ...shared,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        ...(parts.withDatabase === 'WITH_DATABASE' ? [IdempotencyPruning, AuditAnchoring] : []),
      ],
      exports: shared,
    };
  }
}
