import { implement, ORPCError } from '@orpc/server';
import { STORAGE_STATUS } from '#shared/contract/window/storage.ts';
import { windowContract } from '#shared/contract/window/window.ts';
import type { Log } from '../base/log.ts';
import { codeOf, storageProblemOf } from '../store/open-database.ts';

const contract = implement(windowContract);

/** The procedures of the window, to be given handlers. The contract checks both ways; errors are noted. */
export function implementWindow(log: Log, noteDamage: (error: unknown) => void) {
  return contract.use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      const problem = storageProblemOf(error);
      if (problem !== null) {
        log.warn({ code: codeOf(error) }, 'the disk did not take what the window asked to keep');
        throw new ORPCError(problem, { status: STORAGE_STATUS });
      }
      if (!(error instanceof ORPCError)) {
        noteDamage(error);
        log.error({ err: error }, 'a question of the window could not be answered');
      }
      throw error;
    }
  });
}

/** A handler that does something and has nothing to tell. */
export function silent<Options>(work: (options: Options) => void) {
  return (options: Options): Record<string, never> => {
    work(options);
    return {};
  };
}

export type WindowApi = ReturnType<typeof implementWindow>;
