import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../system/wait-until.ts';
import { MELDING_BODY } from '../accepting/melding-body.ts';
import type { Figure } from '../report/figure.ts';
import { percentile } from '../report/median.ts';
import { connectTo } from '../stage/local-database.ts';
import { startLocal } from '../stage/local-start.ts';
import { sender, sendMany } from '../stage/send-meldingen.ts';
import type { Stage } from '../stage/stage.ts';

const BULK = 10_000;
const AT_ONCE = 32;
const CRISES = 20;
const BETWEEN_MS = 500;
const AIM_MS = 1_000;
const ALERT_LIMIT_MS = 300_000;

const CRISIS_BODY = JSON.stringify({
  ...(JSON.parse(MELDING_BODY) as object),
  kind: 'CRISIS',
  submitterType: 'ORGANISATOR',
  location: { id: 'L04' },
  description:
    'Een kind is in de vijver gevallen en ademt niet meer. De ambulance is onderweg naar de opvang.',
  answers: { immediateDanger: 'yes', injury: 'life_threatening', ongoing: 'continuing' },
});

/** From a crisis accepted to its alert handed to SMTP, while ten thousand ordinary meldingen wait. */
export async function crisisFigures(stage: Stage): Promise<Figure[]> {
  const local = await startLocal(mkdtempSync(join(stage.folder, 'crisis-')));
  const [intake, triage, notification] = await Promise.all(
    ['intake', 'triage', 'notification'].map((service) => connectTo(local, service)),
  );
  if (!intake || !triage || !notification) throw new Error('no databases');
  try {
    const post = sender(local.addresses.intake, AT_ONCE);
    await post(CRISIS_BODY); // the first of a process pays for what later ones find ready
    await sendMany(
      post,
      BULK,
      AT_ONCE,
      () => MELDING_BODY,
      (done) => stage.progress('bulk meldingen accepted', done / 500, BULK / 500),
    );
    const crises: string[] = [];
    for (let number = 0; number < CRISES; number += 1) {
      crises.push(await post(CRISIS_BODY));
      await pause(BETWEEN_MS);
    }
    const sent = await waitUntil(
      async () => {
        const { rows } = await notification.query<{ id: string; at: Date }>(
          `SELECT subject_id AS id, sent_at AS at FROM message
           WHERE purpose = 'DUTY_ALERT' AND sent_at IS NOT NULL AND subject_id = ANY ($1::uuid[])`,
          [crises],
        );
        return rows.length === CRISES ? rows : undefined;
      },
      'all alerts',
      ALERT_LIMIT_MS,
      250,
    );
    const { rows: judged } = await triage.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM triage_case WHERE triaged_at IS NOT NULL',
    );
    const { rows: received } = await intake.query<{ id: string; at: Date }>(
      'SELECT id, received_at AS at FROM melding WHERE id = ANY ($1::uuid[])',
      [crises],
    );
    const acceptedAt = new Map(received.map(({ id, at }) => [id, at.getTime()]));
    const times = sent.map(({ id, at }) => at.getTime() - (acceptedAt.get(id) ?? NaN));
    const waiting = BULK - Math.max(0, (judged[0]?.n ?? 0) - CRISES - 1);
    const [p50, p95] = [percentile(times, 50), percentile(times, 95)];
    return [
      {
        title: `Crisis to mail handed to SMTP behind ${BULK} bulk meldingen (${waiting} still waited after the last), ${CRISES} crises`,
        measured: `p50 ${Math.round(p50)} ms, p95 ${Math.round(p95)} ms`,
        aim: `p95 ${AIM_MS} ms`,
        met: p95 <= AIM_MS,
      },
    ];
  } finally {
    await Promise.all([intake.end(), triage.end(), notification.end()]);
    await local.stop();
  }
}
