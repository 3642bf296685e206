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
  /** Lines that the file did not take since it last took one. */
  private missing = 0;

  constructor(readonly path: string) {
    this.file = new RotatingFile(path);
  }

  write(line: string): void {
    this.keep(line);
    const { level, service, context, msg, err } = JSON.parse(line) as LogLine;
    if (!SHOWN.has(level) || NOT_SHOWN.has(context ?? '')) return;
    const origin = [service, context].filter(Boolean).join(' ');
    process.stderr.write(`[${level}] ${origin}: ${[msg, err?.message].filter(Boolean).join(' ')}\n`);
  }

  close(): void {
    this.file.close();
  }

  /** A log that cannot be written, on a full disk for example, must not stop the services. */
  private keep(line: string): void {
    try {
      this.file.write(line);
    } catch (error) {
      this.missing += 1;
      if (this.missing === 1)
        process.stderr.write(`Het logboek kan niet geschreven worden: ${String(error)}\n`);
      return;
    }
    if (this.missing > 0) process.stderr.write(`Het logboek gaat voort; ${this.missing} regels ontbreken.\n`);
    this.missing = 0;
  }
}
