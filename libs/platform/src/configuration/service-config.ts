import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

/** An empty variable (`KAFKA_BROKERS=`) means "not set", as shells and compose files write it. */
export const EmptyIsUnset = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LOOSE_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** Environment that every service reads; each app extends it with its own variables. */
export class ServiceConfig {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'production';

  @IsString()
  @IsNotEmpty()
  HOST: string = '0.0.0.0';

  /** Without a value: the default port of the service definition. 0 takes a free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT: number;

  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  @EmptyIsUnset()
  @IsOptional()
  @IsUrl(LOOSE_URL)
  PUBLIC_URL?: string;

  /** `postgres://user:password@host:port/name`; a service without tables may leave it out. */
  @EmptyIsUnset()
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['postgres', 'postgresql'], require_protocol: true })
  DATABASE_URL: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL_SIZE: number = 8;

  /**
   * Longest wait for a connection, in milliseconds, before the answer is 503. A database that is down answers at
   * once; this is for one that does not answer at all, and for a pool in which everything is taken.
   */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  DATABASE_WAIT_MS: number = 2_000;

  /** `host:port,host:port`; without it events travel in process. */
  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  KAFKA_BROKERS?: string;

  /** Days that events are kept, the same as for the topics; without it for ever (docs/decisions/0701). */
  @EmptyIsUnset()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(30)
  EVENT_HISTORY_DAYS?: number;

  @IsUrl(LOOSE_URL)
  OIDC_ISSUER: string;

  /** Without it the address comes from the discovery document of the issuer. */
  @EmptyIsUnset()
  @IsOptional()
  @IsUrl(LOOSE_URL)
  OIDC_JWKS_URL?: string;

  @IsString()
  @IsNotEmpty()
  OIDC_AUDIENCE: string = 'opgroeipunt';

  @IsString()
  @IsNotEmpty()
  SERVICE_CLIENT_ID: string;

  @IsString()
  @IsNotEmpty()
  SERVICE_CLIENT_SECRET: string;

  /**
   * File that notes how far the audit chain has come, best on another machine than the database: `audit:verify` finds
   * with it that the last rows were removed, or that the whole chain was made anew.
   */
  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  AUDIT_ANCHOR_FILE?: string;

  /** File with the key-encryption key; made with mode 0600 when it does not exist. */
  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  KEK_FILE?: string;

  @EmptyIsUnset()
  @IsOptional()
  @IsUrl(LOOSE_URL)
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
}
