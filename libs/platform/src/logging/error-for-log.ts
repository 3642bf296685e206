export interface LoggedError {
  type: string;
  code?: string;
  message?: string;
  frames: string[];
}

const MAX_FRAMES = 12;

const textIn = (error: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
};

/** PostgreSQL and JSON faults quote what was sent; their words stay out, code and place go in. */
const mayQuoteInput = (error: Error): boolean =>
  error instanceof SyntaxError || 'driverError' in error || 'severity' in error || 'query' in error;

/** What a log may tell about an error: type, code, place; the words only when they cannot quote input. */
export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const code = textIn(error, 'code');
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, MAX_FRAMES);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(mayQuoteInput(error) ? {} : { message: error.message }),
    frames: frames.map((line) => line.trim()),
  };
}
