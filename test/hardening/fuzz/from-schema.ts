import { HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.js';
import type { Random } from './random.js';

/** The parts of an OpenAPI schema that our documents use. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  example?: unknown;
  allOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export type Schemas = Record<string, Schema | undefined>;

/** How often a value is replaced by a hostile one. */
const SPOILT = 0.06;

/** Makes values that are mostly as a schema wants them, and sometimes anything but. */
export class ValueMaker {
  constructor(
    private readonly random: Random,
    private readonly schemas: Schemas,
  ) {}

  make(schema: Schema): unknown {
    if (this.random.chance(SPOILT)) return this.hostile();
    const [inner] = schema.allOf ?? schema.oneOf ?? [];
    if (schema.$ref !== undefined) return this.make(this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    if (inner !== undefined) return this.make(inner);
    if (schema.enum !== undefined) return this.random.one(schema.enum);
    if (schema.properties !== undefined) return this.group(schema);
    if (schema.type === 'array') {
      return Array.from({ length: this.random.below(4) }, () => this.make(schema.items ?? {}));
    }
    if (schema.type === 'boolean') return this.random.chance(0.5);
    if (schema.type === 'number' || schema.type === 'integer') return this.border(schema);
    return this.text(schema);
  }

  hostile(): unknown {
    return this.random.one(this.random.chance(0.5) ? HOSTILE_TEXTS : HOSTILE_VALUES);
  }

  private group({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const group: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties)) {
      const isGiven = required.includes(name) ? !this.random.chance(0.05) : this.random.chance(0.5);
      if (isGiven) group[name] = this.make(schema);
    }
    if (this.random.chance(SPOILT)) group[String(this.random.one(HOSTILE_TEXTS))] = this.hostile();
    return group;
  }

  private border({ minimum = 0, maximum = 100 }: Schema): number {
    return this.random.one([minimum - 1, minimum, minimum + 1, maximum - 1, maximum, maximum + 1]);
  }

  private text({ example, minLength = 0, maxLength = 100 }: Schema): unknown {
    if (example !== undefined && this.random.chance(0.7)) return example;
    const length = this.random.one([minLength - 1, minLength, minLength + 30, maxLength, maxLength + 1]);
    return 'x'.repeat(Math.max(0, length));
  }
}
