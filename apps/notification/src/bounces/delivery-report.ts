import PostalMime from 'postal-mime';

/** What a mail system says about a mail of ours (RFC 3464 2.3.3, 2.3.4). Nothing else of a report is kept. */
export interface DeliveryReport {
  kind: 'FAILED' | 'DELAYED' | 'DELIVERED' | 'NO_REPORT';
  /** Enhanced status such as 5.1.1 (RFC 3463), when there is a proper one. */
  status: string | null;
}

const KINDS: Record<string, Exclude<DeliveryReport['kind'], 'NO_REPORT'>> = {
  failed: 'FAILED',
  delayed: 'DELAYED',
  delivered: 'DELIVERED',
};
const WEIGHTIEST_FIRST = ['FAILED', 'DELIVERED', 'DELAYED'] as const;
const STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;
/** A report has a text, a status and the headers of the mail. */
const LIMITS = { maxNestingDepth: 10, maxRfc822NestingDepth: 0, maxHeadersSize: 64 * 1024 };

/** Reads a mail that came to a return path; anything that is no delivery status notification says nothing. */
export async function deliveryReportIn(mail: Buffer): Promise<DeliveryReport> {
  const reports = (await statusTexts(mail)).flatMap(recipientReports);
  const weightiest = WEIGHTIEST_FIRST.map((kind) => reports.find((report) => report.kind === kind)).find(
    (report) => report !== undefined,
  );
  return weightiest ?? { kind: 'NO_REPORT', status: null };
}

async function statusTexts(mail: Buffer): Promise<string[]> {
  try {
    const { attachments } = await PostalMime.parse(mail, { ...LIMITS, attachmentEncoding: 'utf8' });
    return attachments
      .filter(({ mimeType }) => mimeType === 'message/delivery-status')
      .map(({ content }) => (typeof content === 'string' ? content : ''));
  } catch {
    // Beyond the limits of any report: says as little as any other mail that is none.
    return [];
  }
}

/** Groups of fields are parted by empty lines; the first is about the mail, the others about a recipient each. */
function recipientReports(text: string): DeliveryReport[] {
  return text.split(/\r?\n[ \t]*\r?\n/).flatMap((group) => {
    const fields = fieldsOf(group);
    // Words in brackets are comments (RFC 3464 2.1.1).
    const kind = KINDS[firstWord(fields.get('action'))];
    const status = firstWord(fields.get('status'));
    return kind === undefined ? [] : [{ kind, status: STATUS.test(status) ? status : null }];
  });
}

function fieldsOf(group: string): Map<string, string> {
  const lines = group.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name.trim().toLowerCase(), value.join(':').trim()];
    }),
  );
}

const firstWord = (value = ''): string => /^[^\s(]*/.exec(value)?.[0].toLowerCase() ?? '';
