import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadLetters } from '#messaging';
import { CHANGED, LATER_VERSION, NOBODYS } from '../fixture/test-catalogue.js';
import type { TestNode } from '../fixture/test-node.js';
import { World } from '../fixture/world.js';
import type { Setting } from './setting.js';
import { eventually, headers, nothing, numbersOf } from './samples.js';

const json = (data: object): Buffer => Buffer.from(JSON.stringify(data));
const without = (name: string) => {
  const { [name]: _left, ...others } = headers('incomplete');
  return others;
};

/** What nobody here wrote. One consumer meets it all, each kind on an aggregate of its own, between good records. */
export function foreignRecords(the: Setting): void {
  describe('4. a failing event blocks only its own aggregate: records of foreign or faulty producers', () => {
    let world: World;
    let consumer: TestNode;

    beforeAll(async () => {
      world = new World(the.world.underTest);
      consumer = await world.consumer(nothing);
    });
    afterAll(() => world.close());

    const put = (key: string, value: Buffer | null, own: Record<string, string>): Promise<void> =>
      world.underTest.put({ topic: world.topics.things, key, value, headers: own });
    const good = (key: string, n: number): Promise<void> => put(key, json({ n }), headers(`${key}-${n}`));
    const parkedOf = async (key: string) =>
      (await consumer.parked.list({ limit: 100 })).items.filter((item) => item.key === key);

    it.each<[string, Buffer | null, Record<string, string>, string]>([
      ['a null value', null, headers('null'), 'the value is null'],
      ['a value that is no JSON', Buffer.from('{"n":'), headers('half'), 'the value is no JSON'],
      ['a record without type', json({ n: 1 }), without('ce_type'), 'header ce_type is missing'],
      ['a record without headers', json({ n: 1 }), {}, 'header ce_time is no time'],
    ])('%s goes to the dead letters with its reason, and others go on', async (key, value, own, reason) => {
      await good(key, 1);
      await put(key, value, own);
      await good(key, 2);
      await eventually(async () => expect(await numbersOf(consumer, key)).toEqual([1, 2]));
      await eventually(async () => {
        const kept = await world.underTest.deadLetters(consumer, world.topics.things);
        expect(kept.filter((letter) => letter.key === key).map((letter) => letter.reason)).toEqual([reason]);
      });
      expect(await parkedOf(key)).toEqual([]);
    });

    it('dead letters are listed with owner, age and reason, newest first, and counted', async () => {
      await put('listed', null, headers('listed-1'));
      await put('listed', Buffer.from('{'), headers('listed-2'));
      const own = await eventually(async () => {
        const { items } = await consumer.get(DeadLetters).list({ limit: 100 });
        const found = items.filter((letter) => letter.key === 'listed');
        expect(found).toHaveLength(2);
        return found;
      });
      expect(own.map(({ reason }) => reason)).toEqual(['the value is no JSON', 'the value is null']);
      expect(own[0]).toMatchObject({ owner: `consumer-${world.id}`, topic: world.topics.things });
      expect(own[0]?.ageSeconds).toBeGreaterThanOrEqual(0);
      const first = await consumer.get(DeadLetters).list({ limit: 1 });
      const second = await consumer.get(DeadLetters).list({ limit: 1, cursor: first.nextCursor ?? '' });
      expect([first.items[0]?.id, second.items[0]?.id]).toEqual(own.map(({ id }) => id));
      const figures = await consumer.metrics.registry.metrics();
      const kept = Number(/^messaging_dead_letters (\d+)$/m.exec(figures)?.[1]);
      expect(kept).toBe((await consumer.get(DeadLetters).list({ limit: 100 })).items.length);
      expect(figures).toMatch(new RegExp(`outcome="DEAD_LETTER"\\} ${kept}$`, 'm'));
    });

    it('an unknown type is skipped and counted, and others go on', async () => {
      await put('unknown', json({ whatever: true }), headers('unknown', { ce_type: 'test.nobody.knows.v1' }));
      await put('unknown', json({ n: 1 }), headers('nobodys', { ce_type: NOBODYS }));
      await good('unknown', 1);
      await eventually(async () => expect(await numbersOf(consumer, 'unknown')).toEqual([1]));
      expect(await consumer.metrics.registry.metrics()).toMatch(
        /messaging_events_consumed_total\{.*outcome="SKIPPED"\} 2/,
      );
      expect(await parkedOf('unknown')).toEqual([]);
    });

    it.each([
      ['that nobody knows yet', 'test.thing.changed.v9'],
      ['that others handle already', LATER_VERSION],
    ])('a newer version %s is parked: whoever handles it comes later', async (key, type) => {
      await put(key, json({ n: 1 }), headers(`newer-${key}`, { ce_type: type }));
      await good(key, 2);
      const [newer, behind] = await eventually(async () => {
        const items = await parkedOf(key);
        expect(items).toHaveLength(2);
        return items;
      });
      expect(newer?.reason).toContain('NewerVersionError');
      expect(behind?.state).toBe('WAITING');
      await eventually(async () => expect((await parkedOf(key))[0]?.attempts).toBeGreaterThan(1));
      expect(await numbersOf(consumer, key)).toEqual([]);
    });

    it('data that do not fit the schema of their version are parked with place and rule, and no value', async () => {
      await put('wrong', json({ n: 1, name: 'Voorbeeld Ouder' }), headers('wrong'));
      await good('right', 1);
      await eventually(async () => {
        const [item] = await parkedOf('wrong');
        expect(item?.reason).toContain('EventSchemaError');
        expect(item?.reason).toContain('/ additionalProperties');
        expect(item?.reason).not.toContain('Voorbeeld');
      });
      await eventually(async () => expect(await numbersOf(consumer, 'right')).toEqual([1]));
      expect(await numbersOf(consumer, 'wrong')).toEqual([]);
    });

    it.each(['CE_TYPE', 'Ce_Type', 'ce_type'])('headers in the case of %s are read', async (sample) => {
      const cased = (name: string): string => {
        if (sample === 'CE_TYPE') return name.toUpperCase();
        return sample === 'ce_type' ? name : name.replace(/(^|[_-])[a-z]/g, (part) => part.toUpperCase());
      };
      const own = Object.entries(headers(`case-${sample}`, { ce_type: CHANGED }));
      await put(sample, json({ n: 7 }), Object.fromEntries(own.map(([name, text]) => [cased(name), text])));
      await eventually(async () => expect(await numbersOf(consumer, sample)).toEqual([7]));
    });
  });
}
