import { EventPattern } from '@nestjs/microservices';

/** A table, or the part of it, that holds nothing but what events told. */
export interface ProjectedTable {
  table: string;
  /** SQL condition on the rows that come from events; without it, all of them. */
  rows?: string;
}

/**
 * What a service has made of events and could make again. It has a consumer group of its own, so that it can be
 * rebuilt without any other handler hearing the events a second time (guarantee 6).
 */
export interface Projection {
  /** Unique in the service; its consumer group is `<service>.<name>`. */
  name: string;
  tables: ProjectedTable[];
}

/**
 * Makes a method of a controller keep a projection, as `@EventPattern` makes it a consumer. It writes the tables of
 * the projection and nothing else: publishing or enqueueing in it is refused, since a rebuild would do it again.
 * The method must name its tables without a schema.
 */
export const Projects = (type: string, projection: Projection): MethodDecorator =>
  EventPattern<string>(type, { projection });

/** Reads the projection back from what Nest hands to the strategy. */
export function projectionOf(extras: Record<string, unknown>): Projection | null {
  const found = extras['projection'];
  return isProjection(found) ? found : null;
}

function isProjection(value: unknown): value is Projection {
  return typeof value === 'object' && value !== null && 'name' in value && 'tables' in value;
}
