import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, headers, nothing, numbersOf } from './samples.js';

export function blocksOnlyItsOwnAggregate(the: Setting): void {
  describe('4. a failing event blocks only its own aggregate', () => {
    it('parks it, later ones of its aggregate wait behind it, others go on, and a replay sets it right', async () => {
      let healed = false;
      const consumer = await the.world.consumer(async (context) => {
        if (context.key === 'poison' && !healed) throw new Error('cannot handle "Voorbeeld Ouder"');
      });
      const producer = await the.world.node('producer');
      await producer.publish(event('poison', 1), event('good', 1), event('poison', 2), event('good', 2));
      await producer.publish(event('poison', 3), event('good', 3));
      await eventually(async () => expect(await numbersOf(consumer, 'good')).toEqual([1, 2, 3]));
      const { items } = await eventually(async () => {
        const page = await consumer.parked.list({ limit: 10 });
        expect(page.items).toHaveLength(3);
        return page;
      });
      expect(items.map((item) => item.state)).toEqual(['RETRYING', 'WAITING', 'WAITING']);
      expect(items[0]).toMatchObject({
        key: 'poison',
        owner: `consumer-${the.world.id}`,
        reason: 'Error: cannot handle ‹…›',
      });
      await eventually(async () => {
        const [first] = (await consumer.parked.list({ limit: 1 })).items;
        expect(first?.attempts).toBeGreaterThan(2);
      });
      healed = true;
      expect(await consumer.parked.replay(items[2]?.id ?? '')).toBe(true);
      await eventually(async () => expect(await numbersOf(consumer, 'poison')).toEqual([1, 2, 3]));
      expect((await consumer.parked.list({ limit: 10 })).items).toEqual([]);
      expect(await consumer.parked.replay(items[0]?.id ?? '')).toBe(false);
    });

    it('parks what does not fit the schema, with the place and the rule as reason', async () => {
      const consumer = await the.world.consumer(nothing);
      const value = Buffer.from('{"n":1,"name":"Voorbeeld Ouder"}');
      await the.world.underTest.put({
        topic: the.world.topics.things,
        key: 'a',
        value,
        headers: headers('id-1'),
      });
      await eventually(async () => {
        const [item] = (await consumer.parked.list({ limit: 10 })).items;
        expect(item?.reason).toContain('EventSchemaError');
        expect(item?.reason).toContain('/ additionalProperties');
        expect(item?.reason).not.toContain('Voorbeeld');
      });
      expect(await consumer.effects()).toEqual([]);
    });
  });
}
