import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx.ts';

/**
 * Which option of a list Enter takes, while the focus stays in the list or in a field above it; it is always
 * in sight. `of`: what was typed; for another text the first option is active again. `open`: the list is
 * shown.
 */
export function useActiveOption(length: number, of = '', open = true) {
  const [active, setState] = useState({ of, place: 0 });
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const current = Math.min(active.of === of ? active.place : 0, length - 1);
  const setActive = (place: number) => setState({ of, place });
  useEffect(() => {
    list.current?.querySelector(`[data-place="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  /** Of the active option, for the element that has the focus. */
  const activeId = open && current >= 0 ? `${listId}-${current}` : undefined;
  return {
    list,
    listId,
    /** -1: there is none. */
    current,
    activeId,
    setActive,
    /** What makes an element of the role `option` the one at this place. */
    option: (place: number) => ({
      id: `${listId}-${place}`,
      'data-place': place,
      'aria-selected': place === current,
    }),
    /** What makes an input the field above the list. */
    ofField: {
      type: 'text',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': open ? listId : undefined,
      'aria-activedescendant': activeId,
      autoComplete: 'off',
      spellCheck: false,
    } as const,
    /** Up and down, around the ends. False: the key is none of these, or there is nothing to go to. */
    move: (key: string): boolean => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step === undefined || length === 0) return false;
      setActive((current + step + length) % length);
      return true;
    },
  };
}

export type Options = ReturnType<typeof useActiveOption>;

export function OptionList({
  options: { listId, list },
  label,
  className,
  children,
}: {
  readonly options: Options;
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div ref={list} id={listId} role="listbox" aria-label={label} className={className}>
      {children}
    </div>
  );
}

export function Option({
  options: { option, setActive },
  place,
  className,
  onChoose,
  children,
}: {
  readonly options: Options;
  readonly place: number;
  readonly className?: string | undefined;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field, which keeps the focus
    <div
      {...option(place)}
      role="option"
      tabIndex={-1}
      className={cx('option', className)}
      onPointerMove={() => setActive(place)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
