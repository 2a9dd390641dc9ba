type Turn<T> = { readonly result: Promise<T>; next: Promise<T> | undefined };

/**
 * Reads once for all who ask for the same at the same time: a hundred requests that one note wakes cost two
 * reads. An answer is never older than the question: who asks while a read runs gets the one after it.
 */
export function readOnce<T>() {
  const turns = new Map<string, Turn<T>>();
  const begin = (key: string, read: () => Promise<T>): Promise<T> => {
    const turn: Turn<T> = { result: read(), next: undefined };
    turns.set(key, turn);
    const end = (): void => {
      if (turn.next === undefined) turns.delete(key);
    };
    turn.result.then(end, end);
    return turn.result;
  };
  return (key: string, read: () => Promise<T>): Promise<T> => {
    const turn = turns.get(key);
    if (turn === undefined) return begin(key, read);
    const next = (): Promise<T> => begin(key, read);
    turn.next ??= turn.result.then(next, next);
    return turn.next;
  };
}
