import { RotatingFile } from './rotating-file.js';

const SHOWN = new Set(['warn', 'error', 'fatal']);

/**
 * Nest's TypeORM module takes several data sources in one process for a mistake; each service has its own
 * container of injectables here, so they never meet.
 */
const NOT_SHOWN = new Set(['DataSourceNameRegistry']);

interface LogLine {
  level: string;
  service?: string;
  context?: string;
  msg?: string;
  err?: { message?: string };
}

/** Takes the services' JSON log: all of it goes to the file, warnings and errors also to the terminal, in short. */
export class LocalLog {
  private readonly file: RotatingFile;

  constructor(readonly path: string) {
    this.file = new RotatingFile(path);
  }

  write(line: string): void {
    this.file.write(line);
    const { level, service, context, msg, err } = JSON.parse(line) as LogLine;
    if (!SHOWN.has(level) || NOT_SHOWN.has(context ?? '')) return;
    const origin = [service, context].filter(Boolean).join(' ');
    process.stderr.write(`[${level}] ${origin}: ${[msg, err?.message].filter(Boolean).join(' ')}\n`);
  }

  close(): void {
    this.file.close();
  }
}
