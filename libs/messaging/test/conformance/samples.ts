import { eventually as within } from '#platform/testing';
import type { OutboxEvent } from '#messaging';
import { ALARM, CHANGED } from '../fixture/test-catalogue.js';
import type { TestNode } from '../fixture/test-node.js';

export const event = (key: string, n: number): OutboxEvent => ({ type: CHANGED, key, data: { n } });
export const alarm = (key: string, n: number): OutboxEvent => ({ type: ALARM, key, data: { n } });
export const nothing = async (): Promise<void> => undefined;

/** Headers as a producer of another kind would write them. */
export const headers = (id: string, over: Record<string, string> = {}): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: id,
  ce_source: '/elsewhere',
  ce_type: CHANGED,
  ce_time: '2026-01-02T03:04:05Z',
  ce_sequence: '1',
  'content-type': 'application/json',
  ...over,
});

/** What the effects of one aggregate carry, in the order of their commits. */
export const numbersOf = async (node: TestNode, key: string): Promise<number[]> =>
  (await node.effects()).filter((effect) => effect.key === key).map((effect) => effect.n);

/** Waits on a condition, long enough for a machine that is slow and loaded. */
export const eventually = <T>(check: () => Promise<T> | T, timeoutMs = 60_000): Promise<T> =>
  within(check, timeoutMs);
