import { spawn } from 'node:child_process';

const EVERY_MS = 5_000;

/** Runs a program quietly, says on standard error that it is still at work, and shows its output when it fails. */
export function runWithProgress(title, program, args, { cwd, hint }) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1_000);
  const say = (text) => process.stderr.write(`${title} … ${text}\n`);
  return new Promise((resolve, reject) => {
    say('bezig');
    const timer = setInterval(() => say(`${seconds()} s`), EVERY_MS);
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', (error) => {
      clearInterval(timer);
      reject(new Error(`${hint}\n${error.message}`));
    });
    child.once('close', (code) => {
      clearInterval(timer);
      if (code !== 0) return reject(new Error(`${hint}\n${readable(Buffer.concat(output).toString())}`));
      say(`klaar (${seconds()} s)`);
      resolve();
    });
  });
}

function readable(output) {
  return /ENOSPC|No space left/i.test(output)
    ? `De schijf is vol: maak ruimte vrij en probeer opnieuw.\n${output}`
    : output;
}
