import { describe, expect, it } from '@jest/globals';
import { MailRenderer } from './mail-renderer.js';
import { TemplateCatalogue } from './template-catalogue.js';

const renderer = new MailRenderer();
const acknowledgement = new TemplateCatalogue().inForce('ACKNOWLEDGEMENT');
const values = {
  reference: 'OP-7K3M-Q9XD',
  date: '21 november 2026',
  time: '21.15 uur',
  phone: '',
  level: 'NORMAL',
  klacht: false,
  identityMode: 'KNOWN',
  followUpUrl: 'http://localhost:3000/opvolgen',
  late: false,
};
const text = (changed: object) => renderer.render(acknowledgement, { ...values, ...changed }).text;

describe('acknowledgement', () => {
  it('thanks, names the reference and the moment, and points to 112', () => {
    expect(text({})).toContain(
      'Bedankt. We hebben je bericht goed ontvangen op 21 november 2026 om 21.15 uur. Je referentie is OP-7K3M-Q9XD.',
    );
    expect(text({})).toContain('Is er nu een kind in levensgevaar? Bel 112.');
  });

  it('promises a call for a crisis, on the number where there is one', () => {
    const block = 'Je bericht is meteen doorgegeven aan een medewerker van wacht.';
    expect(text({ level: 'CRISIS' })).toContain(`${block} We bellen je zo snel mogelijk. `);
    expect(text({ level: 'CRISIS', phone: '+3200000000' })).toContain('zo snel mogelijk op +3200000000. ');
    expect(text({ level: 'HIGH' })).not.toContain(block);
  });

  it('promises 24 hours for what is urgent, and nothing of the kind while it is not judged', () => {
    const block = 'Een medewerker bekijkt je melding vandaag of ten laatste binnen 24 uur.';
    expect(text({ level: 'HIGH' })).toContain(block);
    expect(text({ level: 'NORMAL' })).not.toContain(block);
    expect(text({ level: '' })).not.toContain(block);
  });

  it('names the legal terms for a klacht and the promise of confidence', () => {
    expect(text({ klacht: true })).toContain('binnen 10 kalenderdagen');
    expect(text({ klacht: false })).not.toContain('kalenderdagen');
    expect(text({ identityMode: 'CONFIDENTIAL' })).toContain('We delen je naam niet met de opvang');
  });
});

describe('rendering', () => {
  const template = {
    name: 'x',
    version: '1',
    purpose: 'DUTY_ALERT',
    subject: '{{ a }}',
    body: 'Zie {{ a }}',
  } as const;

  it('escapes what it fills in, in the HTML', () => {
    expect(renderer.render(template, { a: '<b>"x"&' }).html).toContain(
      '<p>Zie &lt;b&gt;&quot;x&quot;&amp;</p>',
    );
  });

  it('refuses to send a mail with a hole in it', () => {
    expect(() => renderer.render(template, {})).toThrow(/undefined variable/);
  });
});
