/** The machine lacks a program that the broker needs; the message says which and what to do. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError';
  constructor(program: 'java' | 'mvn') {
    const what = program === 'java' ? 'Java 17 or newer' : 'Maven';
    super(
      `Kafka without a container engine needs ${what}, and "${program}" is not on the PATH. ` +
        'Install it, or set KAFKA_BROKERS to a broker that runs elsewhere, or leave KAFKA_BROKERS empty.',
    );
  }
}
