import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** Makes a POST that creates something safe to repeat with the header `Idempotency-Key` (contract 2). */
export const IdempotentCreate = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key and body give the first answer again.',
      schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
    }),
    ApiResponse({ status: 409, description: 'The first request with this key is still running.' }),
    ApiResponse({ status: 422, description: 'The key was used with another body.' }),
  );
