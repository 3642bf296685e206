export interface ConfigurationFault {
  variable: string;
  message: string;
}

/** Thrown at start with every faulty variable at once, so that one run shows them all. Never holds a value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly faults: ConfigurationFault[]) {
    super(
      ['De instellingen kloppen niet:', ...faults.map((f) => `  ${f.variable}: ${f.message}`)].join('\n'),
    );
  }
}
