import { addresses } from '../../system/system-under-test.js';
import { ask } from '../asking/ask.js';
import type { Endpoint } from './endpoint.js';

/** An id of the right form that belongs to nothing, so that asking changes nothing. */
const NOBODYS_ID = '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f';

/** Status of this endpoint for whoever shows this token, with an empty body where one belongs. */
export async function statusFor(
  { part, method, path }: Endpoint,
  authorization: string | undefined,
): Promise<number> {
  const withBody = method === 'POST' || method === 'PUT';
  const { status } = await ask({
    base: addresses()[part],
    method,
    path: path.replaceAll(/\{\w+\}/g, NOBODYS_ID),
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(withBody ? { 'content-type': 'application/json' } : {}),
    },
    ...(withBody ? { body: '{"hardening":true}' } : {}),
  });
  return status;
}
