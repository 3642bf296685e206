/** A policy that may not be used: names every fault, so that all can be mended at once. */
export class PolicyError extends Error {
  constructor(
    readonly source: string,
    readonly faults: readonly string[],
  ) {
    super(`Policy ${source} is not usable:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'PolicyError';
  }
}
