import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Answer, Query } from '../query/query-cache.ts';
import { useServices } from './services.tsx';

const NO_ANSWER: Answer<never> = { data: undefined, loading: false, failed: false };

/** The answer to a question, kept up to date while the component is on the screen. `null` asks nothing. */
export function useQuery<T>(query: Query<T> | null): Answer<T> {
  const { cache } = useServices();
  const key = query?.key ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which question it is
  const subscribe = useCallback(
    (listener: () => void) => (query === null ? () => {} : cache.observe(query, listener)),
    [cache, key],
  );
  return useSyncExternalStore(subscribe, () => (query === null ? NO_ANSWER : cache.read(query)));
}

/** True when `waiting` has lasted 150 ms: local data needs no skeleton, and a flash of one is worse than none. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}

/** A value that follows `value` when it has been still for `ms`; at once when it becomes empty. */
export function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === '') {
      setSettled('');
      return;
    }
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value === '' ? '' : settled;
}
