import { expect } from '@jest/globals';
import request from 'supertest';
import { addresses } from '../system/system-under-test.js';
import type { MeldingBody } from './melding.builder.js';

export interface Accepted {
  id: string;
  reference: string;
  followUpCode: string;
  receivedAt: string;
  receipt: string;
}

/** Posts a melding as a public form does. */
export async function report(melding: MeldingBody, idempotencyKey?: string): Promise<Accepted> {
  const posting = request(addresses().intake).post('/api/v1/meldingen');
  if (idempotencyKey !== undefined) posting.set('Idempotency-Key', idempotencyKey);
  const answer = await posting.send(melding);
  expect({ status: answer.status, problem: answer.status === 201 ? undefined : answer.body }).toEqual({
    status: 201,
    problem: undefined,
  });
  return answer.body as Accepted;
}

export interface FollowUp {
  reference: string;
  kind: string;
  status: string;
  statusLabel: string;
  trace: { step: string; at: string; label: string }[];
}

/** What a melder sees with nothing but the follow-up code. */
export async function followUp(code: string): Promise<FollowUp> {
  const intake = request(addresses().intake);
  const { token } = (await intake.post('/api/v1/follow-up/tokens').send({ code }).expect(200)).body;
  const answer = await intake.get('/api/v1/follow-up').set('Authorization', `Bearer ${token}`).expect(200);
  return answer.body as FollowUp;
}
