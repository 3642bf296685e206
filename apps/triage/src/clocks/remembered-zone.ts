import { IANAZone, Zone, type ZoneOffsetOptions } from 'luxon';

/** Every change of offset since 1970 falls on a whole quarter of an hour. */
const QUARTER_MS = 900_000;
const MOST = 1_000;

/** A time zone that remembers its offsets: asking `Intl` takes longer than all the rest of a calculation with dates. */
export class RememberedZone extends Zone {
  private readonly zone: IANAZone;
  private readonly offsets = new Map<number, number>();

  constructor(name: string) {
    super();
    this.zone = IANAZone.create(name);
  }

  override get type(): string {
    return this.zone.type;
  }
  override get name(): string {
    return this.zone.name;
  }
  get ianaName(): string {
    return this.zone.name;
  }
  override get isUniversal(): boolean {
    return this.zone.isUniversal;
  }
  override get isValid(): boolean {
    return this.zone.isValid;
  }

  override offsetName(at: number, options: ZoneOffsetOptions): string | null {
    return this.zone.offsetName(at, options);
  }
  override formatOffset(at: number, format: 'narrow' | 'short' | 'techie'): string {
    return this.zone.formatOffset(at, format);
  }
  override equals(other: Zone): boolean {
    return other.type === this.type && other.name === this.name;
  }

  override offset(at: number): number {
    const quarter = Math.floor(at / QUARTER_MS);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = this.zone.offset(at);
    if (this.offsets.size >= MOST) this.offsets.clear();
    this.offsets.set(quarter, offset);
    return offset;
  }
}
