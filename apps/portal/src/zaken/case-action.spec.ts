import { describe, expect, it } from '@jest/globals';
import { FormValues } from '../design/form-values.js';
import { readAction } from './case-action.js';

const sent = (fields: Record<string, string>) =>
  readAction(FormValues.from({ version: '3', sendKey: 'sleutel-1', ...fields }));

describe('an action form', () => {
  it('asks triage for what was chosen, on the version that was seen', () => {
    const seen = { version: 3, sendKey: 'sleutel-1' };
    expect(sent({ action: 'start' })).toEqual({ request: { action: 'start', ...seen } });
    expect(sent({ action: 'assign', assignee: ' kb.mc.een ', reason: '' })).toEqual({
      request: { action: 'assign', assignee: 'kb.mc.een', ...seen },
    });
    expect(sent({ action: 'raise', level: 'CRISIS', reason: 'Broertje is er nog' })).toEqual({
      request: { action: 'raise', level: 'CRISIS', reason: 'Broertje is er nog', ...seen },
    });
  });

  it('says what is missing', () => {
    expect(sent({ action: 'assign', assignee: '' })).toEqual({
      errors: new Map([['assignee', 'Vul een gebruikersnaam in.']]),
    });
    const { errors } = sent({ action: 'raise', level: '', reason: 'x' }) as { errors: Map<string, string> };
    expect([...errors.keys()]).toEqual(['level', 'reason']);
  });

  it.each([[{ action: 'close' }], [{ action: 'start', version: 'x' }], [{ action: 'start', sendKey: '' }]])(
    'cannot be read when it is none of ours: %j',
    (fields) => {
      expect(sent(fields)).toEqual({ unreadable: true });
    },
  );
});
