import { beforeEach, describe, expect, it } from '@jest/globals';
import { ProviderCircuit } from './provider-circuit.js';

describe('circuit of a mail provider', () => {
  let circuit: ProviderCircuit;
  const failTimes = (times: number, now: number) =>
    Array.from({ length: times }, () => circuit.failed(now)).at(-1);

  beforeEach(() => {
    circuit = new ProviderCircuit(1_000);
  });

  it('opens at the third failure in a row', () => {
    expect(failTimes(2, 0)).toBe('UNCHANGED');
    expect(circuit.isOpen(0)).toBe(false);
    expect(circuit.failed(0)).toBe('OPENED');
    expect(circuit.isOpen(999)).toBe(true);
  });

  it('lets the provider be tried again after the pause, and opens again at the first failure then', () => {
    failTimes(3, 0);
    expect(circuit.isOpen(1_000)).toBe(false);
    expect(circuit.failed(1_000)).toBe('UNCHANGED');
    expect(circuit.isOpen(1_999)).toBe(true);
  });

  it('closes with the first mail that was taken', () => {
    failTimes(3, 0);
    expect(circuit.worked()).toBe('CLOSED');
    expect(circuit.isOpen(1)).toBe(false);
    expect(failTimes(2, 1)).toBe('UNCHANGED');
    expect(circuit.isOpen(1)).toBe(false);
  });

  it('counts failures in a row only', () => {
    failTimes(2, 0);
    expect(circuit.worked()).toBe('UNCHANGED');
    expect(failTimes(2, 0)).toBe('UNCHANGED');
    expect(circuit.isOpen(0)).toBe(false);
  });
});
