import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import type { useActiveOption } from './use-active-option.ts';

type Options = ReturnType<typeof useActiveOption>;

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
