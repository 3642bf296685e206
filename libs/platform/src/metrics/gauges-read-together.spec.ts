import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

type Reading = { labels: { state?: string }; values: { count: number; age: number } }[];

/** Two gauges over a table that can be away. */
function gauges(read: () => Promise<Reading>): Metrics {
  const metrics = new Metrics('test');
  const labelNames: 'state'[] = ['state'];
  metrics.gaugesReadTogether(
    {
      count: { name: 'opgroeipunt_open', help: 'open', labelNames },
      age: { name: 'opgroeipunt_oldest_seconds', help: 'oldest', labelNames },
    },
    read,
  );
  return metrics;
}

const linesOf = async (metrics: Metrics): Promise<string[]> =>
  (await metrics.registry.metrics())
    .split('\n')
    .filter((line) => /^opgroeipunt_(open|oldest|gauge_readings)/.test(line));

const WAITING: Reading = [{ labels: { state: 'WAITING' }, values: { count: 3, age: 40 } }];

describe('gauges that are read at scraping', () => {
  it('all tell the same moment, by one reading', async () => {
    let readings = 0;
    const metrics = gauges(async () => {
      readings += 1;
      return [{ labels: { state: 'WAITING' }, values: { count: readings, age: readings } }];
    });
    await linesOf(metrics);
    expect(await linesOf(metrics)).toEqual([
      'opgroeipunt_gauge_readings_failed_total{service="test"} 0',
      'opgroeipunt_open{state="WAITING",service="test"} 2',
      'opgroeipunt_oldest_seconds{state="WAITING",service="test"} 2',
    ]);
  });

  it('say nothing rather than what was true before, while the database is away', async () => {
    let answer: () => Promise<Reading> = () => Promise.resolve(WAITING);
    const metrics = gauges(() => answer());
    expect(await linesOf(metrics)).toHaveLength(3);
    answer = () => Promise.reject(new Error('connection refused'));
    await linesOf(metrics);
    expect(await linesOf(metrics)).toEqual([expect.stringMatching(/failed_total.* [12]$/)]);
    answer = () => Promise.resolve(WAITING);
    expect(await linesOf(metrics)).toContain('opgroeipunt_open{state="WAITING",service="test"} 3');
  });

  it('are not waited for, and the other figures are shown', async () => {
    const metrics = gauges(() => new Promise(() => undefined));
    const text = await metrics.registry.metrics();
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(/^opgroeipunt_open\{/m);
  });

  it('forget a label that is no longer read', async () => {
    let state = 'WAITING';
    const metrics = gauges(async () => [{ labels: { state }, values: { count: 1, age: 1 } }]);
    await linesOf(metrics);
    state = 'REFUSED';
    expect(await linesOf(metrics)).not.toContainEqual(expect.stringContaining('WAITING'));
  });
});
