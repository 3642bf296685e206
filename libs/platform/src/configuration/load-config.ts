import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { constraintText } from '../problem/constraint-text.js';
import { mostBasic } from '../problem/field-errors.js';
import { ConfigurationError, type ConfigurationFault } from './configuration-error.js';

export type Environment = Record<string, string | undefined>;

const faultOf = (error: ValidationError, env: Environment): ConfigurationFault => ({
  variable: error.property,
  message:
    env[error.property] === undefined
      ? 'ontbreekt.'
      : constraintText(error, mostBasic(Object.keys(error.constraints ?? {})) ?? 'isDefined', 'nl'),
});

/**
 * Turns an environment into a typed, checked configuration object. Variables that the class does not know
 * are ignored: an environment always holds more than one program needs.
 * @param required variables that are optional for the class but not for this service
 * @throws ConfigurationError with all faults at once
 */
export function loadConfig<C extends object>(
  Class: new () => C,
  env: Environment,
  required: (keyof C & string)[] = [],
): C {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  const config = plainToInstance(Class, given, { exposeDefaultValues: true });
  const faults = validateSync(config).map((error) => faultOf(error, env));
  const missing = required
    .filter((variable) => config[variable] === undefined)
    .map((variable) => ({ variable, message: 'ontbreekt.' }));
  if (faults.length + missing.length > 0) throw new ConfigurationError([...faults, ...missing]);
  return config;
}
