import { SetMetadata } from '@nestjs/common';

export const WORK_HANDLER = 'messaging:work-handler';

/** Which workers do it: those of all kinds, or its own. */
export type Workers = 'SHARED' | 'OWN';

export interface HandledWork {
  kind: string;
  workers: Workers;
}

/**
 * Makes a method of a provider the handler of one kind of work: `(item: WorkItem) => Promise<void>`.
 * It may run more than once for one item, so its effect outside must be repeat-safe. Throwing has it tried
 * again with growing waits, for as long as it takes.
 */
export const WorkHandler = (kind: string): MethodDecorator =>
  SetMetadata(WORK_HANDLER, { kind, workers: 'SHARED' } satisfies HandledWork);

/**
 * As `WorkHandler`, for work that has to be done when its time comes (`dueAt`): it has workers of its own, so it waits
 * for no other work, nor does other work wait for it. What is due at once may be seen up to 5 s later.
 */
export const TimedWorkHandler = (kind: string): MethodDecorator =>
  SetMetadata(WORK_HANDLER, { kind, workers: 'OWN' } satisfies HandledWork);
