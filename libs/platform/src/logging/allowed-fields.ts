/**
 * The only fields that may be in a log line. Anything else is dropped, so that a name or a text that somebody
 * logs by mistake goes nowhere (architecture 6). Add a field only when it can never hold personal data.
 */
const ALLOWED = new Set([
  'service',
  'context',
  'traceId',
  'method',
  'route',
  'status',
  'durationMs',
  'actorKind',
  'eventId',
  'eventType',
  'topic',
  'partition',
  'offset',
  'group',
  'key',
  'kind',
  'attempts',
  'dueAt',
  'version',
  'meldingId',
  'caseId',
  'locationId',
  'messageId',
  'reference',
  'level',
  'policyVersion',
  'code',
  'count',
  'port',
  'err',
]);

export function allowedOnly(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name)));
}
