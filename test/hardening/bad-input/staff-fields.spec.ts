import { describe, expect, it } from '@jest/globals';
import { addresses, token } from '../../system/system-under-test.js';
import { askJson, type Answer } from '../asking/ask.js';
import { outcomeOf } from './melding-input.js';

const advice = async (number: unknown): Promise<Answer> =>
  askJson(
    {
      base: addresses().intake,
      method: 'POST',
      path: '/api/v1/staff/meldingen',
      headers: { authorization: `Bearer ${await token('kb.mc.een')}` },
    },
    {
      channel: 'SYSTEM',
      kind: 'INSPECTIE_ADVIES',
      submitterType: 'ZORGINSPECTIE',
      location: { id: 'L03' },
      description: 'Advies na het inspectiebezoek: zie het inspectieverslag.',
      inspectieAdvies: { number, advice: 'START' },
    },
  );

describe('the number of an advice, which travels in events', () => {
  it.each(['Jan Janssens', 'jan@voorbeeld.example', 'ZI-2026 over Jan'])(
    'is no words: %s',
    async (number) => {
      expect(outcomeOf(await advice(number))).toEqual({
        status: 400,
        code: 'INVALID_INPUT',
        errors: ['/inspectieAdvies/number MATCHES'],
      });
    },
  );

  it.each(['MOD-2026-0042', 'ZI/2026.17', '20260042'])('is a number: %s', async (number) => {
    expect(outcomeOf(await advice(number))).toEqual({ status: 201 });
  });
});
