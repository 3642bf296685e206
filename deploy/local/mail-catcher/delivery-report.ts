export type Fate = 'failed' | 'delayed' | 'delivered';

const STATUS: Record<Fate, string> = { failed: '5.1.1', delayed: '4.4.7', delivered: '2.0.0' };

/** What becomes of a mail: `bezorgd…@` arrives, `vertraagd…@` is late, all else is unknown. */
export function fateOf(recipient: string): Fate {
  const name = recipient.toLowerCase();
  if (name.startsWith('bezorgd')) return 'delivered';
  return name.startsWith('vertraagd') ? 'delayed' : 'failed';
}

/** A delivery status notification (RFC 3464) as mail systems send it, with the recipient in clear. */
export function deliveryReport({
  sender,
  recipient,
  fate,
}: {
  sender: string;
  recipient: string;
  fate: Fate;
}): string {
  const boundary = 'delivery-report';
  return [
    'From: Mail Delivery System <mailer-daemon@catcher.example>',
    `To: ${sender}`,
    'Subject: Delivery Status Notification',
    `Date: ${new Date().toUTCString()}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your mail to ${recipient}: ${fate}.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; catcher.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${fate}`,
    `Status: ${STATUS[fate]}`,
    `Diagnostic-Code: smtp; ${fate} <${recipient}>`,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
