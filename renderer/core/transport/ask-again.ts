import type { BackendLink, Connection } from './connection.ts';

/**
 * Not asked again: its answer is a stream that is followed anew, or what it needs has gone with the backend
 * (a code that is used up, a file that is being handed over).
 */
const ASKED_ONCE: readonly string[] = [
  'events',
  'session.enrol',
  'standalone.join',
  'standalone.beginImport',
  'standalone.appendImport',
  'standalone.previewImport',
  'standalone.applyImport',
];

/**
 * The page's way to its backend, over one line after the other. When a line ends before the answer, nobody
 * knows whether the call was done: it is asked again on the next line, with the same words. Each write is
 * made so that it is done once all the same. A second line that ends under it may have ended because of it,
 * so then the call fails.
 */
export function askAgain(connection: Pick<Connection, 'link'>): BackendLink {
  return {
    call: async (path, input, options) => {
      const link = await connection.link();
      try {
        return await link.call(path, input, options);
      } catch (error) {
        const name = path.filter((part) => part !== 'practice').join('.');
        if (!isLineOver(error) || options.signal?.aborted || ASKED_ONCE.includes(name)) throw error;
        const next = await connection.link(link);
        return next.call(path, input, options);
      }
    },
  };
}

/** Nobody knows what became of the call. Every answer of the backend has a code; oRPC ends the rest so. */
export const isLineOver = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
