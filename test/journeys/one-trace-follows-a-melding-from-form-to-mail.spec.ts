import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { addresses, traceCollector } from '../system/system-under-test.js';
import type { CollectedSpan } from '../system/trace-collector.js';
import { waitUntil } from '../system/wait-until.js';
import { aMelding } from './melding.builder.js';

const SERVICES_ON_THE_WAY = ['intake', 'triage', 'dossier-sync', 'edison', 'notification'];

describe('one trace follows a melding from form to mail', () => {
  it('through every service, across the outboxes', async () => {
    const traceId = randomBytes(16).toString('hex');
    await request(addresses().intake)
      .post('/api/v1/meldingen')
      .set('traceparent', `00-${traceId}-${randomBytes(8).toString('hex')}-01`)
      .send(aMelding({ location: { id: 'L06' } }))
      .expect(201);

    const spans = await waitUntil(async () => {
      const answer = await fetch(`${traceCollector()}/spans/${traceId}`);
      const found = (await answer.json()) as CollectedSpan[];
      const services = new Set(found.map((span) => span.service));
      const mailed = found.some(
        (span) => span.service === 'notification' && span.name.includes('send-message'),
      );
      return mailed && SERVICES_ON_THE_WAY.every((service) => services.has(service)) ? found : undefined;
    }, `the spans of trace ${traceId}`);

    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
  });
});
