/** More are read by a further statement, so that what follows from one is no long turn of the loop. */
const MOST = 50;

type Next<T> = { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, T>> };

/**
 * Reads in one statement what many ask for at the same time, each with a key of its own: a fleet that comes
 * back costs some statements, not one for each PC. One statement runs at a time. An answer is never older
 * than the question: who asks while one runs is in the one after it.
 */
export function readTogether<T>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>) {
  let next: Next<T> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const add = (): Next<T> => {
    const keys = new Set<string>();
    const begin = (): Promise<ReadonlyMap<string, T>> => {
      if (next === added) next = null;
      return read([...keys]);
    };
    const added: Next<T> = { keys, found: last.then(begin, begin) };
    last = added.found;
    return added;
  };
  return async (key: string): Promise<T | null> => {
    if (next === null || next.keys.size >= MOST) next = add();
    const { keys, found } = next;
    keys.add(key);
    return (await found).get(key) ?? null;
  };
}
