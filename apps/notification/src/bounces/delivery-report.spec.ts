import { describe, expect, it } from '@jest/globals';
import { deliveryReportIn } from './delivery-report.js';

const part = (type: string, ...lines: string[]) => ['--x', `Content-Type: ${type}`, '', ...lines, ''];
const report = (status: string[], type = 'multipart/report; report-type=delivery-status') =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@voorbeeld.example',
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; boundary=x`,
      '',
      ...part('text/plain', 'Sorry, an.ouder@voorbeeld.example is unknown.', 'Action: failed'),
      ...part('message/delivery-status', ...status),
      ...part('text/rfc822-headers', 'To: an.ouder@voorbeeld.example', 'Subject: Action: failed'),
      '--x--',
      '',
    ].join('\r\n'),
  );
const about = (action: string, status: string, ...more: string[]) => [
  'Reporting-MTA: dns; mx.voorbeeld.example',
  'Arrival-Date: Sat, 21 Nov 2026 20:15:00 +0000',
  '',
  'Final-Recipient: rfc822; an.ouder@voorbeeld.example',
  `Action: ${action}`,
  `Status: ${status}`,
  ...more,
];

describe('a delivery status notification', () => {
  it.each([
    ['failed', '5.1.1', { kind: 'FAILED', status: '5.1.1' }],
    ['Failed (not known)', '5.0.0 (unknown)', { kind: 'FAILED', status: '5.0.0' }],
    ['failed', '4.4.7', { kind: 'FAILED', status: '4.4.7' }],
    ['delayed', '4.2.2', { kind: 'DELAYED', status: '4.2.2' }],
    ['delivered', '2.0.0', { kind: 'DELIVERED', status: '2.0.0' }],
    ['relayed', '2.0.0', { kind: 'NO_REPORT', status: null }],
    ['failed', 'an.ouder@voorbeeld.example', { kind: 'FAILED', status: null }],
  ])('with action "%s" and status "%s"', async (action, status, read) => {
    expect(await deliveryReportIn(report(about(action, status)))).toEqual(read);
  });

  it('is read with folded lines and bare line feeds', async () => {
    const folded = about('failed', '5.7.1', 'Diagnostic-Code: smtp; 550', '  Action: delivered').join('\n');
    expect(await deliveryReportIn(report([folded]))).toEqual({ kind: 'FAILED', status: '5.7.1' });
  });

  it('with several recipients says the weightiest', async () => {
    const two = [...about('delayed', '4.2.2'), '', 'Action: failed', 'Status: 5.1.1'];
    expect(await deliveryReportIn(report(two))).toEqual({ kind: 'FAILED', status: '5.1.1' });
  });
});

describe('any other mail to a return path says nothing', () => {
  it.each([
    ['an out-of-office', Buffer.from('Subject: Weg\r\n\r\nIk ben er niet. Action: failed\r\n')],
    ['a report without fields', report(['nothing here'])],
    ['no mail at all', Buffer.from([0, 255, 13, 10, 128])],
    ['nothing', Buffer.alloc(0)],
    ['headers without end', Buffer.from(`X: ${'y'.repeat(100_000)}\r\n\r\n`)],
  ])('%s', async (_what, mail) => {
    expect(await deliveryReportIn(mail)).toEqual({ kind: 'NO_REPORT', status: null });
  });
});
