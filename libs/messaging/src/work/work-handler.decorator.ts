import { SetMetadata } from '@nestjs/common';

export const WORK_HANDLER = 'messaging:work-handler';

/**
 * Makes a method of a provider the handler of one kind of work: `(item: WorkItem) => Promise<void>`.
 * It may run more than once for one item, so its effect outside must be repeat-safe. Throwing has it tried
 * again with growing waits, for as long as it takes.
 */
export const WorkHandler = (kind: string): MethodDecorator => SetMetadata(WORK_HANDLER, kind);
