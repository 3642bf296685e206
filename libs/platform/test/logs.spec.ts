import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { InProcessTransport } from '#messaging';
import { startService, type RunningService } from '#platform';
import { eventually, startTestService, type TestService } from '#platform/testing';
import { sampleService } from './sample/sample.service.js';

const CANARY = 'kanarie-vogel';
const lines: string[] = [];
let other: TestService;
let service: RunningService;

beforeAll(async () => {
  other = await startTestService(sampleService);
  const log = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString().trim().split('\n'));
      done();
    },
  });
  const env = { ...other.env, LOG_LEVEL: 'trace', PORT: '0' };
  service = await startService(sampleService, env, { transport: new InProcessTransport(), log });
});

afterAll(async () => {
  await service.stop();
  await other.stop();
});

const logged = (part: string): Record<string, unknown>[] =>
  lines.filter((line) => line.includes(part)).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  it('tells of each answer by route pattern, with service and trace', async () => {
    const traceId = '1af7651916cd43dd8448eb211c80319c';
    await fetch(`${service.url}/api/v1/notes/7`, {
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    });
    await eventually(() => expect(logged(traceId)).toHaveLength(1));
    expect(logged(traceId)[0]).toMatchObject({
      service: 'edison',
      method: 'GET',
      route: '/api/v1/notes/:id',
      status: 200,
    });
  });

  it('holds nothing of what was sent', async () => {
    const json = { 'content-type': 'application/json', 'user-agent': CANARY, 'x-other': CANARY };
    const notes = `${service.url}/api/v1/notes`;
    await fetch(`${notes}/${CANARY}?cursor=${CANARY}&x=${CANARY}`);
    await fetch(`${service.url}/${CANARY}`);
    await fetch(notes, { method: 'POST', headers: json, body: `{"text": "${CANARY}", "${CANARY}": 1}` });
    await fetch(notes, { method: 'POST', headers: json, body: `{"text": "${CANARY}` });
    await fetch(notes, { method: 'POST', headers: json, body: JSON.stringify({ text: CANARY }) });
    await fetch(`${service.url}/api/v1/signed-in`, { headers: { authorization: `Bearer ${CANARY}` } });
    await eventually(() => expect(logged('"route":"/api/v1/signed-in"')).toHaveLength(1));
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });

  it('tells an unexpected error once, by code and place, without the words of the database', async () => {
    await fetch(`${service.url}/api/v1/failing`);
    await eventually(() => expect(logged('"route":"/api/v1/failing"')).toHaveLength(1));
    const errors = logged('"level":"error"');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ err: { code: '22P02' } });
    expect(lines.join('\n')).not.toContain('geheim');
  });
});
