import 'reflect-metadata';
import { RequestMethod, type DynamicModule, type ForwardReference, type Type } from '@nestjs/common';
import { dossierSyncService } from '../../../apps/dossier-sync/src/service.js';
import { edisonService } from '../../../apps/edison/src/service.js';
import { intakeService } from '../../../apps/intake/src/service.js';
import { notificationService } from '../../../apps/notification/src/service.js';
import { portalService } from '../../../apps/portal/src/service.js';
import { triageService } from '../../../apps/triage/src/service.js';

/** A handler with the address that Nest gives it. */
export interface CodeRoute {
  app: string;
  method: string;
  path: string;
  controller: Type;
  handler: (...args: never[]) => unknown;
}

type ModuleLike = Type | DynamicModule | Promise<DynamicModule> | ForwardReference;

/** Root modules by the name that the addresses of the system have for them. */
const ROOTS: Record<string, () => ModuleLike> = {
  intake: () => rootOf(intakeService),
  triage: () => rootOf(triageService),
  dossierSync: () => rootOf(dossierSyncService),
  notification: () => rootOf(notificationService),
  edison: () => rootOf(edisonService),
  portal: () => rootOf(portalService),
};

const rootOf = <C>(service: { config: new () => C; module(config: C): ModuleLike }): ModuleLike =>
  service.module(new service.config());

/** Every route that the apps' own modules declare, documented or not. */
export async function codeRoutes(): Promise<CodeRoute[]> {
  const found = await Promise.all(
    Object.entries(ROOTS).map(async ([app, root]) => {
      const controllers = await controllersOf(root(), new Set());
      return controllers.flatMap((controller) => routesOf(app, controller));
    }),
  );
  return found.flat();
}

async function controllersOf(given: ModuleLike, seen: Set<unknown>): Promise<Type[]> {
  const awaited = await given;
  const one = 'forwardRef' in awaited ? (awaited.forwardRef() as Type) : awaited;
  const module = 'module' in one ? one.module : one;
  const dynamic: Partial<DynamicModule> = 'module' in one ? one : {};
  const isNew = !seen.has(module);
  seen.add(module);
  const imports = [...(isNew ? declared<ModuleLike>('imports', module) : []), ...(dynamic.imports ?? [])];
  const inner: Type[] = [];
  for (const imported of imports) inner.push(...(await controllersOf(imported, seen)));
  return [...(isNew ? declared<Type>('controllers', module) : []), ...(dynamic.controllers ?? []), ...inner];
}

const declared = <T>(key: string, target: object): T[] =>
  (Reflect.getMetadata(key, target) as T[] | undefined) ?? [];

function routesOf(app: string, controller: Type): CodeRoute[] {
  const prototype = controller.prototype as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function' || name === 'constructor') return [];
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const path = [...pathsOf(controller), ...pathsOf(handler)].filter(Boolean).join('/');
    return [
      {
        app,
        method: RequestMethod[method],
        path: `/${path}`,
        controller,
        handler: handler as CodeRoute['handler'],
      },
    ];
  });
}

const pathsOf = (target: object): string[] =>
  [Reflect.getMetadata('path', target) as string | string[] | undefined]
    .flat()
    .map((path) => (path ?? '').replace(/^\/|\/$/g, ''));
