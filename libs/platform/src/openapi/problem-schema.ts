import type { OpenAPIObject } from '@nestjs/swagger';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

export const FIELD_ERROR_SCHEMA: Schema = {
  type: 'object',
  required: ['pointer', 'code', 'message'],
  properties: {
    pointer: { type: 'string', description: 'RFC 6901 pointer into the body.' },
    code: { type: 'string' },
    message: { type: 'string' },
  },
};

/** RFC 9457, as `ProblemDetails`. */
export const PROBLEM_SCHEMA: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    traceId: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
  },
};
