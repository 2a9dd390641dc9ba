import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import { tokenPx } from '../../kit/design/token-px.ts';
import { useWords } from '../../words/reference.tsx';
import type { ListHandle, ListMove } from './list-moves.ts';
import styles from './VirtualList.module.css';

/** A row of a list, or a heading, which nobody selects. Its height is a token, `--queue-row` and so on. */
export type ListItem = { readonly key: string; readonly kind: 'row' | 'hit' | 'heading' };

type VirtualListProps = {
  readonly label: string;
  /** What is shown is about to be replaced: it belongs to an earlier question. */
  readonly busy?: boolean;
  /** Headings and rows together. */
  readonly length: number;
  readonly itemAt: (item: number) => ListItem;
  readonly render: (item: number) => ReactNode;
  /** -1: none, or not in the list. */
  readonly selectedItem: number;
  /** The items on the screen and a little around it. */
  readonly onRange?: (first: number, last: number) => void;
  readonly onPress: (item: number) => void;
  /** `page`: rows that Page Down moves by. */
  readonly onMove: (move: ListMove, page: number) => void;
  readonly handle: Ref<ListHandle>;
};

/**
 * A grid of one column of which only what is on the screen exists. The focus stays on the grid itself and
 * `aria-activedescendant` names the selected row, so that the focus survives rows coming and going.
 */
export function VirtualList({
  label,
  busy = false,
  length,
  itemAt,
  render,
  selectedItem,
  onRange,
  onPress,
  onMove,
  handle,
}: VirtualListProps) {
  const { t } = useWords();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { virtual, items } = useItemsInView(scroller, length, itemAt, selectedItem, onRange);
  const onKeyDown = useMoves(scroller, onMove, handle);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-description={t('queue.keys_hint')}
      aria-busy={busy}
      aria-rowcount={length}
      aria-colcount={1}
      aria-activedescendant={
        items.some(({ index }) => index === selectedItem) ? `${id}${selectedItem}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const { key, kind } = itemAt(index);
          const row = {
            id: `${id}${index}`,
            'aria-selected': index === selectedItem,
            onClick: () => onPress(index),
          };
          return (
            // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
            <div
              key={key}
              role="row"
              className={styles.row}
              aria-rowindex={index + 1}
              style={{ height: size, transform: `translateY(${start}px)` }}
              {...(kind !== 'heading' && row)}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
              {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual */}
              <div role="gridcell" className={styles.cell}>
                {render(index)}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The items that exist now, around what is on the screen; the selected one is brought there. */
function useItemsInView(
  scroller: RefObject<HTMLDivElement | null>,
  length: number,
  itemAt: (item: number) => ListItem,
  selectedItem: number,
  onRange: VirtualListProps['onRange'],
) {
  const heights = useMemo(
    () => ({ row: tokenPx('--queue-row'), hit: tokenPx('--queue-hit'), heading: tokenPx('--queue-heading') }),
    [],
  );
  const virtual = useVirtualizer({
    count: length,
    getScrollElement: () => scroller.current,
    estimateSize: (item) => heights[itemAt(item).kind],
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  // Heights depend on what stands where: headings move when the list changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the layout is another one
  useEffect(() => virtual.measure(), [itemAt, virtual]);
  useEffect(() => {
    if (selectedItem >= 0) virtual.scrollToIndex(selectedItem, { align: 'auto' });
  }, [selectedItem, virtual]);
  return { virtual, items };
}

/** Moves asked for by the keys of the list, and by those of the window. */
function useMoves(
  scroller: RefObject<HTMLDivElement | null>,
  onMove: VirtualListProps['onMove'],
  handle: VirtualListProps['handle'],
) {
  const move = (to: ListMove) => onMove(to, rowsThatFit(scroller.current) - 1);
  useImperativeHandle(handle, () => ({ focus: () => scroller.current?.focus(), move }));
  return (event: KeyboardEvent) => {
    const to = MOVES[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || to === undefined) return;
    event.preventDefault();
    move(to);
  };
}

/** At least 2: a page is one row less, so that the last row of one page is the first row of the next. */
function rowsThatFit(scroller: HTMLElement | null): number {
  const row = scroller?.querySelector<HTMLElement>('[aria-selected]');
  if (scroller == null || row == null) return 2;
  return Math.max(2, Math.floor(scroller.clientHeight / row.offsetHeight));
}

const MOVES: Readonly<Record<string, ListMove>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
};
