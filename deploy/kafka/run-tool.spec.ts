import { afterEach, describe, expect, it } from '@jest/globals';
import { MissingToolError } from './missing-tool.error.js';
import { runTool } from './run-tool.js';

describe('tools that Kafka needs', () => {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });

  it.each([
    ['java', 'Java 17'],
    ['mvn', 'Maven'],
  ] as const)('a machine without %s is told to install it, and what works without', async (program, name) => {
    process.env['PATH'] = '/nowhere';
    const run = runTool(program, ['--version']);
    await expect(run).rejects.toThrow(MissingToolError);
    await expect(run).rejects.toThrow(name);
    await expect(run).rejects.toThrow('leave KAFKA_BROKERS empty');
  });
});
