import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, defer, from, type Observable } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { actorOf } from '../access/access.decorators.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import type { IdempotentRequest } from './idempotency-keys.js';
import { otherBody, stillRunning } from './idempotency.problems.js';
import { IdempotencyStore } from './idempotency.store.js';
import type { StoredAnswer } from './stored-answer.js';

const KEPT_HEADERS = ['location', 'etag'];

function answerOf(reply: FastifyReply, body: unknown): StoredAnswer {
  const kept = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  const headers = Object.fromEntries(
    kept.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]),
  );
  return { status: reply.statusCode, headers, body };
}

/** Gives a repeated request its first answer again (contract 2). See `@IdempotentCreate()`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);
  private readonly manager: EntityManager;

  constructor(
    private readonly store: IdempotencyStore,
    source: DataSource,
  ) {
    this.manager = source.manager;
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = idempotencyKeyOf(request.headers['idempotency-key']);
    if (key === undefined) return next.handle();
    const actor = actorOf(request);
    const scope = `${request.method} ${request.url.split('?')[0]} ${actor === undefined ? 'PUBLIC' : `${actor.kind}:${actor.id}`}`;
    const asked: IdempotentRequest = { scope, key, body: request.body };
    const known = await this.store.begin(this.manager, asked);
    switch (known.state) {
      case 'NEW':
        return this.first(asked, reply, next);
      case 'RUNNING':
        throw stillRunning();
      case 'OTHER_BODY':
        throw otherBody();
      case 'ANSWERED':
        void reply.status(known.answer.status).headers(known.answer.headers);
        return from([known.answer.body]);
    }
  }

  private first(asked: IdempotentRequest, reply: FastifyReply, next: CallHandler): Observable<unknown> {
    return defer(() => next.handle()).pipe(
      concatMap(async (body: unknown) => {
        await this.store.complete(this.manager, asked, answerOf(reply, body));
        return body;
      }),
      catchError(async (error: unknown) => {
        await this.release(asked);
        throw error;
      }),
    );
  }

  /** The failure itself is what the client must hear, also when the database is away and the lease must run out. */
  private async release(asked: IdempotentRequest): Promise<void> {
    try {
      await this.store.abandon(this.manager, asked);
    } catch (error) {
      this.logger.warn(
        { err: error },
        'An idempotency key could not be freed; it is free again after its lease.',
      );
    }
  }
}
