import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Which option of a list is the one that Enter takes, while the focus stays in the field above it. An option
 * carries its place as `data-place`; the active one is always in sight.
 */
export function useActiveOption(length: number): {
  readonly list: RefObject<HTMLDivElement | null>;
  /** -1: there is none. */
  readonly current: number;
  readonly setActive: (place: number) => void;
  /** Up and down, around the ends. False: the key is none of these, or there is nothing to go to. */
  readonly move: (key: string) => boolean;
} {
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(active, length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-place="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const move = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step === undefined || length === 0) return false;
    setActive((current + step + length) % length);
    return true;
  };
  return { list, current, setActive, move };
}
