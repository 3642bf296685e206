import { beforeEach, describe, expect, it } from '@jest/globals';
import { ProcessLogger } from './process-logger.js';
import { inService } from './service-scope.js';

let lines: Record<string, unknown>[];
let logger: ProcessLogger;

beforeEach(() => {
  lines = [];
  logger = new ProcessLogger('info', {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
});

describe('a line in the log', () => {
  it('has level, service, context and words, and drops fields that are not allowed', () => {
    inService('triage', () =>
      logger.warn({ meldingId: 'm1', name: 'Jan', email: 'jan@voorbeeld.example' }, 'Judged.', 'Judge'),
    );
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.any(String),
        service: 'triage',
        context: 'Judge',
        meldingId: 'm1',
        msg: 'Judged.',
      },
    ]);
  });

  it('keeps the place of a stack that comes as text, not its words', () => {
    logger.error('The policy failed.', new Error('Jan').stack, 'Judge');
    expect(lines[0]).toMatchObject({ msg: 'The policy failed.', context: 'Judge', err: { type: 'Error' } });
    expect(JSON.stringify(lines)).not.toContain('Jan');
  });

  it('is not written for what Nest builds at a start', () => {
    logger.log('Mapped {/x, GET} route', 'RouterExplorer');
    logger.log('took over 3 locations', 'Seed');
    expect(lines.map(({ msg }) => msg)).toEqual(['took over 3 locations']);
  });
});
