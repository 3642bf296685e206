import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { WORK_HANDLER } from './work-handler.decorator.js';
import type { WorkItem } from './work-item.js';

export type HandleWork = (item: WorkItem) => Promise<void>;

/** Finds the methods decorated with `@WorkHandler` in all providers. */
@Injectable()
export class WorkHandlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws when two methods ask for the same kind */
  byKind(): Map<string, HandleWork> {
    const found = new Map<string, HandleWork>();
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : null;
      if (typeof instance !== 'object' || instance === null) continue;
      for (const [kind, handle] of this.of(instance)) {
        if (found.has(kind)) throw new Error(`two @WorkHandler methods for the kind ${kind}`);
        found.set(kind, handle);
      }
    }
    return found;
  }

  private *of(instance: object): Iterable<[string, HandleWork]> {
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const method: unknown = Reflect.get(instance, name);
      if (typeof method !== 'function') continue;
      const kind: unknown = Reflect.getMetadata(WORK_HANDLER, method);
      if (typeof kind !== 'string') continue;
      yield [kind, async (item) => void (await Reflect.apply(method, instance, [item]))];
    }
  }
}
