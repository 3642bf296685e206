import { describe, expect, it } from '@jest/globals';
import { LaterController } from '../fixture/later.controller.js';
import { laterCatalogue } from '../fixture/test-catalogue.js';
import type { Setting } from './setting.js';
import { event, eventually, headers, nothing, numbersOf } from './samples.js';

const json = (data: object): Buffer => Buffer.from(JSON.stringify(data));

export function schemasOverTime(the: Setting): void {
  describe('2. once in effect, whatever schema an event was written by', () => {
    it('a consumer that knows an added optional field reads records of before it', async () => {
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 1), event('a', 2));
      await eventually(async () => expect(await producer.waiting()).toBe(0));
      const catalogue = laterCatalogue(the.world.topics);
      const consumer = await the.world.consumer(nothing, { catalogue });
      const later = await the.world.node('later-producer', { catalogue });
      await later.publish({ ...event('b', 3), data: { n: 3, note: 'SEEN' } });
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2]));
      await eventually(async () => expect(await numbersOf(consumer, 'b')).toEqual([3]));
      expect((await consumer.parked.list({ limit: 10 })).items).toEqual([]);
    });

    it('a newer version that was parked has its effect, in order, once the consumer was brought up to date', async () => {
      const before = await the.world.consumer(nothing);
      const { things } = the.world.topics;
      const put = (id: string, type: string, n: number): Promise<void> =>
        the.world.underTest.put({
          topic: things,
          key: 'a',
          value: json({ n }),
          headers: headers(id, { ce_type: type }),
        });
      await put('id-1', 'test.thing.changed.v1', 1);
      await put('id-2', 'test.thing.changed.v2', 2);
      await put('id-3', 'test.thing.changed.v1', 3);
      await eventually(async () => expect((await before.parked.list({ limit: 10 })).items).toHaveLength(2));
      await the.world.stopNode(before);
      const after = await the.world.consumer(nothing, {
        catalogue: laterCatalogue(the.world.topics),
        controllers: [LaterController],
      });
      for (const { id } of (await after.parked.list({ limit: 10 })).items) await after.parked.replay(id);
      await eventually(async () => expect(await numbersOf(after, 'a')).toEqual([1, 2, 3]));
      expect((await after.parked.list({ limit: 10 })).items).toEqual([]);
    });
  });
}
