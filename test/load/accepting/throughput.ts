import autocannon from 'autocannon';
import { MELDING_BODY } from './melding-body.ts';

/** Accepted requests a second, with every answer a success. @throws Error when one was not */
export async function acceptedASecond(url: string, connections: number, seconds: number): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: MELDING_BODY,
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0)
    throw new Error(`${failed} of ${result['2xx'] + failed} requests to ${url} were not accepted`);
  return result['2xx'] / result.duration;
}
