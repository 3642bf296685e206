import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { BacklogGauges } from './backlog.gauges.js';
import type { Backlog } from './backlog.store.js';

const backlog = (outbox: number): Backlog => ({
  outbox,
  outbox_age: 3,
  parked: 1,
  parked_age: 60,
  dead_letters: 0,
  work: 0,
  work_age: 0,
  failing: 0,
  failing_age: 0,
});

describe('gauges that are read when they are scraped', () => {
  it('show in one scrape what is true at that moment, from one reading', async () => {
    const registry = new Registry();
    let readings = 0;
    new BacklogGauges(async () => backlog((readings += 1)), registry);
    expect(await registry.metrics()).toMatch(/^messaging_outbox_backlog 1$/m);
    const second = await registry.metrics();
    expect(second).toMatch(/^messaging_outbox_backlog 2$/m);
    expect(second).toMatch(/^messaging_parked_oldest_seconds 60$/m);
    expect(second).toMatch(/^messaging_backlog_known 1$/m);
    expect(readings).toBe(2);
  });

  it.each<[string, () => Promise<Backlog>]>([
    ['fails', () => Promise.reject(new Error('database away'))],
    ['does not answer', () => new Promise(() => undefined)],
  ])('are not shown while the database %s, and that is said', async (_how, fault) => {
    const registry = new Registry();
    let read = async (): Promise<Backlog> => backlog(7);
    new BacklogGauges(() => read(), registry);
    expect(await registry.metrics()).toMatch(/^messaging_outbox_backlog 7$/m);
    read = fault;
    const away = await registry.metrics();
    expect(away).toMatch(/^messaging_backlog_known 0$/m);
    expect(away).not.toMatch(/^messaging_(outbox|parked|work|dead)\S* \d/m);
    read = async () => backlog(0);
    expect(await registry.metrics()).toMatch(/^messaging_outbox_backlog 0$/m);
  });
});
