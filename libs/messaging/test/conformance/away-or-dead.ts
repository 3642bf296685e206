import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, nothing, numbersOf } from './samples.js';

export function awayOrDead(the: Setting): void {
  describe('8. what is away and what is dead', () => {
    it('a consumer whose database fails keeps its events and lives on', async () => {
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
      await consumer.database.query('ALTER TABLE messaging_inbox RENAME TO inbox_away');
      await consumer.database.query('ALTER TABLE messaging_parked RENAME TO parked_away');
      await producer.publish(event('a', 1), event('a', 2));
      await consumer.health.live();
      await consumer.database.query('ALTER TABLE parked_away RENAME TO messaging_parked');
      await consumer.database.query('ALTER TABLE inbox_away RENAME TO messaging_inbox');
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2]));
      await consumer.health.live();
    });
  });
}
