import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request as send } from 'node:http';

const AGAIN_AFTER_MS = 500;

/** Posts one melding over kept connections, again while the answer is 503. @throws Error when refused @returns its id */
export function sender(intake: string, connections: number): (body: string) => Promise<string> {
  const once = poster(intake, connections);
  return async (body) => {
    for (;;) {
      const id = await once(body);
      if (id !== undefined) return id;
      await pause(AGAIN_AFTER_MS);
    }
  };
}

function poster(intake: string, connections: number): (body: string) => Promise<string | undefined> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
  return (body) =>
    new Promise((resolve, reject) => {
      const asked = send(`${intake}/api/v1/meldingen`, options, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => {
          if (answer.statusCode === 503) return resolve(undefined);
          if (answer.statusCode !== 201) return reject(new Error(`${answer.statusCode}: ${text}`));
          resolve((JSON.parse(text) as { id: string }).id);
        });
      });
      asked.once('error', reject);
      asked.end(body);
    });
}

/** Posts so many as fast as they are taken. */
export async function sendMany(
  post: (body: string) => Promise<string>,
  count: number,
  atOnce: number,
  bodyOf: (number: number) => string,
  progress: (done: number) => void,
): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      await post(bodyOf(number));
      if ((number + 1) % 500 === 0) progress(number + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
