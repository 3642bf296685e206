import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServiceName } from '../access/actor.js';

const scope = new AsyncLocalStorage<ServiceName>();

/** Runs work as part of one service: in a process that hosts several, its log lines carry that name. */
export const inService = <T>(name: ServiceName, work: () => T): T => scope.run(name, work);

export const currentService = (): ServiceName | undefined => scope.getStore();
