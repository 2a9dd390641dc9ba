import { useEffect, useId, useRef, useState } from 'react';

/**
 * Which option of a list Enter takes, while the focus stays in the list or in a field above it; it is always
 * in sight.
 */
export function useActiveOption(length: number) {
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const current = Math.min(active, length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-place="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return {
    list,
    listId,
    /** -1: there is none. */
    current,
    /** Of the active option, for the element that has the focus. */
    activeId: current < 0 ? undefined : `${listId}-${current}`,
    setActive,
    /** What makes an element of the role `option` the one at this place. */
    option: (place: number) => ({
      id: `${listId}-${place}`,
      'data-place': place,
      'aria-selected': place === current,
    }),
    /** Up and down, around the ends. False: the key is none of these, or there is nothing to go to. */
    move: (key: string): boolean => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step === undefined || length === 0) return false;
      setActive((current + step + length) % length);
      return true;
    },
  };
}
