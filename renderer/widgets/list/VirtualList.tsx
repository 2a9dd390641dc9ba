import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import styles from './VirtualList.module.css';

export type VirtualListHandle = {
  readonly focus: () => void;
  /** Rows that Page Down moves by: as many as fit on the screen, less one. */
  readonly pageLength: () => number;
};

type Item = { readonly key: string; readonly height: number; readonly selectable: boolean };

/**
 * A grid of one column of which only what is on the screen exists. The focus stays on the grid itself and
 * `aria-activedescendant` names the selected row, so that it survives rows coming and going.
 */
export function VirtualList({
  label,
  description,
  length,
  itemAt,
  render,
  selectedItem,
  rowId,
  onRange,
  onPress,
  onKeyMove,
  handle,
}: {
  readonly label: string;
  readonly description: string;
  /** Headings and rows together. */
  readonly length: number;
  readonly itemAt: (item: number) => Item;
  readonly render: (item: number) => ReactNode;
  /** -1: none, or not in the list. */
  readonly selectedItem: number;
  readonly rowId: (item: number) => string;
  /** The items on the screen and a little around it. */
  readonly onRange: (first: number, last: number) => void;
  readonly onPress: (item: number) => void;
  readonly onKeyMove: (move: 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last') => void;
  readonly handle: Ref<VirtualListHandle>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: length,
    getScrollElement: () => scroller.current,
    estimateSize: (item) => itemAt(item).height,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => onRange(first, last), [first, last, onRange]);
  // Heights depend on what stands where: headings move when the list changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the layout is another one
  useEffect(() => virtual.measure(), [itemAt, virtual]);
  useEffect(() => {
    if (selectedItem >= 0) virtual.scrollToIndex(selectedItem, { align: 'auto' });
  }, [selectedItem, virtual]);

  useImperativeHandle(
    handle,
    () => ({
      focus: () => scroller.current?.focus(),
      pageLength: () => rowsThatFit(scroller.current) - 1,
    }),
    [],
  );

  const active = items.some((item) => item.index === selectedItem) ? rowId(selectedItem) : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-description={description}
      aria-rowcount={length}
      aria-colcount={1}
      aria-activedescendant={active}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const move = MOVES[event.key];
        if (move === undefined) return;
        event.preventDefault();
        onKeyMove(move);
      }}
    >
      <div className={styles.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const { key, height, selectable } = itemAt(item.index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled on the grid, which has the focus
            // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, see aria-activedescendant
            <div
              key={key}
              id={selectable ? rowId(item.index) : undefined}
              role="row"
              className={styles.row}
              aria-rowindex={item.index + 1}
              aria-selected={selectable ? item.index === selectedItem : undefined}
              style={{ height, transform: `translateY(${item.start}px)` }}
              onClick={selectable ? () => onPress(item.index) : undefined}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
              {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual */}
              <div role="gridcell" className={styles.cell}>
                {render(item.index)}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** At least 2: a page is one row less, so that the last row of one page is the first row of the next. */
function rowsThatFit(scroller: HTMLElement | null): number {
  const row = scroller?.querySelector<HTMLElement>('[aria-selected]');
  if (scroller == null || row == null) return 2;
  return Math.max(2, Math.floor(scroller.clientHeight / row.offsetHeight));
}

const MOVES: Readonly<Record<string, 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last'>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
};
