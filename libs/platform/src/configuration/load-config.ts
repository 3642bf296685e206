import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { constraintText } from '../problem/constraint-text.js';
import { ConfigurationError } from './configuration-error.js';

export type Environment = Record<string, string | undefined>;

/**
 * Turns an environment into a typed, checked configuration object. Variables that the class does not know
 * are ignored: an environment always holds more than one program needs.
 * @throws ConfigurationError with all faults at once.
 */
export function loadConfig<C extends object>(Class: new () => C, env: Environment): C {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  const config = plainToInstance(Class, given, { exposeDefaultValues: true });
  const errors = validateSync(config, { skipUndefinedProperties: false });
  if (errors.length > 0) {
    throw new ConfigurationError(
      errors.flatMap((error) =>
        Object.keys(error.constraints ?? { isDefined: '' })
          .slice(0, 1)
          .map((name) => ({
            variable: error.property,
            message:
              config[error.property as keyof C] === undefined
                ? 'ontbreekt.'
                : constraintText(error, name, 'nl'),
          })),
      ),
    );
  }
  return config;
}
