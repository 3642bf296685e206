import request from 'supertest';
import { addresses, token } from '../system/system-under-test.js';
import { waitUntil } from '../system/wait-until.js';

export interface Case {
  id: string;
  reference: string;
  level: string;
  reasons: { code: string; text: string; evidence: unknown }[];
  flags: string[];
  queue: string;
  team: string;
  handlerRole: string;
  status: string;
  assignee: string | null;
  clocks: { code: string; dueAt: string; state: string }[];
  allowedActions: string[];
}

const asStaff = async (base: string, username: string, path: string) =>
  (
    await request(base)
      .get(path)
      .set('Authorization', `Bearer ${await token(username)}`)
      .expect(200)
  ).body;

/** The case of a melding as a member of staff sees it, once it is what the test waits for. */
export function caseWhen(
  username: string,
  reference: string,
  arrived: (found: Case) => boolean,
): Promise<Case> {
  return waitUntil(async () => {
    const found = await caseOf(username, reference);
    return found !== undefined && arrived(found) ? found : undefined;
  }, `the case of ${reference}`);
}

async function caseOf(username: string, reference: string): Promise<Case | undefined> {
  const { items } = await asStaff(addresses().triage, username, `/api/v1/worklist?q=${reference}`);
  const item = (items as { id: string; reference: string }[]).find(
    (candidate) => candidate.reference === reference,
  );
  return item && ((await asStaff(addresses().triage, username, `/api/v1/cases/${item.id}`)) as Case);
}

export const reasonCodes = (found: Case): string[] => found.reasons.map((reason) => reason.code);

/** The dossier number that the ledger holds for a melding. */
export function dossierNumberOf(username: string, meldingId: string): Promise<string> {
  return waitUntil(async () => {
    const row = await asStaff(addresses().dossierSync, username, `/api/v1/ledger/${meldingId}`);
    return row.state === 'REGISTERED' ? (row.dossierNumber as string) : undefined;
  }, `the dossier number of ${meldingId}`);
}

export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await request(addresses().mail).get('/api/messages').query({ to: address }).expect(200);
  return answer.body as Mail[];
}

/** The first mail to an address that mentions a text. */
export function mailMentioning(address: string, mentioned: string): Promise<Mail> {
  return waitUntil(
    async () => (await mailsTo(address)).find((mail) => `${mail.subject} ${mail.text}`.includes(mentioned)),
    `a mail to ${address}`,
    60_000,
  );
}
