import { describe, expect, it } from '@jest/globals';
import { JoinedResults } from './joined-results.js';

/** Work in hand, and a gate that holds the transaction of each result open. */
function inHand(...ids: string[]) {
  const results = new JoinedResults();
  for (const id of ids) results.began(id);
  const gate = Promise.withResolvers<void>();
  return { results, ready: (id: string) => results.ready(id, () => gate.promise), letGo: gate.resolve };
}

describe('results of work in hand', () => {
  it('wait for nothing when all that is in hand is there', async () => {
    const { results, ready, letGo } = inHand('a', 'b');
    const waiting = [ready('a'), ready('b')];
    await results.turn();
    letGo();
    await Promise.all(waiting);
  });

  it('go on as soon as the last one comes, or ends without a result', async () => {
    const { results, ready, letGo } = inHand('a', 'b', 'c');
    const waiting = [ready('a')];
    const turn = results.turn();
    setImmediate(() => {
      results.ended('c');
      waiting.push(ready('b'));
    });
    await turn;
    expect(waiting).toHaveLength(2);
    letGo();
    await Promise.all(waiting);
  });

  it('do not wait long for work that takes long', async () => {
    const { results, ready, letGo } = inHand('a', 'slow');
    const waiting = ready('a');
    await results.turn();
    letGo();
    await waiting;
  });
});
