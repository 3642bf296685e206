import type { PipeTransform, Type } from '@nestjs/common';
import { InputPipe, InvalidInputException, type Clock, type FieldError } from '#platform';
import { meldingFaults, type EnteredBy } from './melding-rules.policy.js';

type Describe = InvalidInputException['describe'];

/** One fault per field, and none below a field that has one: the first says enough. */
function merged(faults: FieldError[]): FieldError[] {
  return faults.filter(
    ({ pointer }, index) =>
      !faults
        .slice(0, index)
        .some((earlier) => pointer === earlier.pointer || pointer.startsWith(`${earlier.pointer}/`)),
  );
}

/**
 * Checks shape and rules of a melding and tells all faults at once, so that a melder has to come back only once.
 */
export abstract class MeldingPipe<Dto extends object> implements PipeTransform<unknown, Promise<Dto>> {
  private readonly shape = new InputPipe();

  protected constructor(
    private readonly dto: Type<Dto>,
    private readonly enteredBy: EnteredBy,
    private readonly clock: Clock,
  ) {}

  async transform(body: unknown): Promise<Dto> {
    const broken = meldingFaults(body, this.enteredBy, this.clock.now());
    const good = broken.length > 0 ? undefined : this.shape.good(this.dto, body);
    if (good !== undefined) return good;
    const rules: Describe = (language) =>
      broken.map(({ message, ...rest }) => ({ ...rest, message: message[language] }));
    const melding = await this.checkShape(body, rules);
    if (broken.length > 0) throw new InvalidInputException((language) => merged(rules(language)));
    return melding;
  }

  private async checkShape(body: unknown, rules: Describe): Promise<Dto> {
    try {
      return (await this.shape.check(this.dto, body ?? {})) as Dto;
    } catch (error) {
      if (!(error instanceof InvalidInputException)) throw error;
      throw new InvalidInputException((language) =>
        merged([...rules(language), ...error.describe(language)]),
      );
    }
  }
}
