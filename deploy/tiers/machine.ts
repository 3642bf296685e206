import { spawnSync } from 'node:child_process';

/** Why real Kafka cannot run here, or `undefined` when it can. */
export function kafkaImpossible(): string | undefined {
  const missing = [
    ['Java 17', 'java', '-version'],
    ['Maven', 'mvn', '--version'],
  ].filter(([, program = '', argument = '']) => spawnSync(program, [argument]).status !== 0);
  if (missing.length === 0) return undefined;
  return `${missing.map(([name]) => name).join(' en ')} ontbreekt op deze computer.`;
}
