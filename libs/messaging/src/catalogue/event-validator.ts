import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { EventCatalogue } from './event-catalogue.js';

/** The data of an event do not fit its schema. Names places and rules, never values. */
export class EventSchemaError extends Error {
  override readonly name = 'EventSchemaError';
  constructor(type: string, faults: string) {
    super(`data of ${type} do not fit the schema: ${faults}`);
  }
}

/** The catalogue knows no event of this type. */
export class UnknownEventTypeError extends Error {
  override readonly name = 'UnknownEventTypeError';
  constructor(type: string) {
    super(`the catalogue has no event type ${type}`);
  }
}

/** Checks event data on both sides of the broker, compiling each schema once. */
export class EventValidator {
  private readonly ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: false }));
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly catalogue: EventCatalogue) {}

  /** @throws UnknownEventTypeError, EventSchemaError */
  check(type: string, data: unknown): void {
    const validate = this.compiled.get(type) ?? this.compile(type);
    if (validate(data)) return;
    // Ajv's own messages can quote values ("must be equal to constant"), so only place and rule are told.
    const faults = (validate.errors ?? []).map((fault) => `${fault.instancePath || '/'} ${fault.keyword}`);
    throw new EventSchemaError(type, faults.slice(0, 10).join(', '));
  }

  private compile(type: string): ValidateFunction {
    const definition = this.catalogue.find(type);
    if (!definition) throw new UnknownEventTypeError(type);
    const validate = this.ajv.compile(definition.schema);
    this.compiled.set(type, validate);
    return validate;
  }
}
