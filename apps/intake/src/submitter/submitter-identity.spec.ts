import { describe, expect, it } from '@jest/globals';
import { submitterIdentity } from './submitter-identity.js';

describe('who is the same submitter (domain.md 3.6.3)', () => {
  it('ignores case in a mail address', () => {
    expect(submitterIdentity({ email: 'Melder01@Voorbeeld.Example' })).toBe(
      submitterIdentity({ email: ' melder01@voorbeeld.example ' }),
    );
  });

  it('goes by the mail address before the phone number', () => {
    expect(submitterIdentity({ email: 'a@voorbeeld.example', phone: '+3200000000' })).toBe(
      'email:a@voorbeeld.example',
    );
  });

  it.each(['+32 470 00 00 00', '0032470000000', '0470/00.00.00', '+32 (0)470 00 00 00'])(
    'reads a phone number however it is written: %s',
    (phone) => {
      expect(submitterIdentity({ phone })).toBe('phone:+32470000000');
    },
  );

  it('has nothing to go by for an anonymous melder', () => {
    expect(submitterIdentity({})).toBeUndefined();
  });
});
