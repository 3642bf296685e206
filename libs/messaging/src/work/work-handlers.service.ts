import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { WORK_HANDLER, type HandledWork, type Workers } from './work-handler.decorator.js';
import type { WorkItem } from './work-item.js';

export type HandleWork = (item: WorkItem) => Promise<void>;

export interface KnownHandler {
  handle: HandleWork;
  workers: Workers;
}

/** Finds the methods decorated with `@WorkHandler` or `@TimedWorkHandler` in all providers. */
@Injectable()
export class WorkHandlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws when two methods ask for the same kind */
  byKind(): Map<string, KnownHandler> {
    const found = new Map<string, KnownHandler>();
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : null;
      if (typeof instance !== 'object' || instance === null) continue;
      for (const [{ kind, workers }, handle] of this.of(instance)) {
        if (found.has(kind)) throw new Error(`two @WorkHandler methods for the kind ${kind}`);
        found.set(kind, { handle, workers });
      }
    }
    return found;
  }

  private *of(instance: object): Iterable<[HandledWork, HandleWork]> {
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const method: unknown = Reflect.get(instance, name);
      if (typeof method !== 'function') continue;
      const work = Reflect.getMetadata(WORK_HANDLER, method) as HandledWork | undefined;
      if (work === undefined) continue;
      yield [work, async (item) => void (await Reflect.apply(method, instance, [item]))];
    }
  }
}
