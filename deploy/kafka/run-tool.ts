import { execFile } from 'node:child_process';
import { promisify, types } from 'node:util';
import { MissingToolError } from './missing-tool.error.js';

const MEBIBYTE = 1024 * 1024;

/**
 * Runs Java or Maven to its end and gives what it printed.
 * @throws MissingToolError, or an error with the tool's own last words
 */
export async function runTool(program: 'java' | 'mvn', args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      env: process.env,
      maxBuffer: 16 * MEBIBYTE,
    });
    return stdout;
  } catch (error) {
    if (isMissing(error)) throw new MissingToolError(program);
    throw new Error(`${program} failed: ${lastWords(error)}`, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && error.code === 'ENOENT';
}

function lastWords(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  const streams = ['stdout', 'stderr'].map((name): unknown => Reflect.get(error, name));
  return [error.message, ...streams]
    .filter((text) => typeof text === 'string')
    .join('\n')
    .slice(-2000);
}
