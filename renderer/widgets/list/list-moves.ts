export type ListMove = 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last';

/** What the keys of the window do to the list that is shown. */
export type ListHandle = { readonly focus: () => void; readonly move: (move: ListMove) => void };

/**
 * Where a key leads in a list of `length` rows (≥ 1). `there: false`: the selected complaint has left the
 * list, so the next one is the one that took its place.
 */
export function movedIndex(
  move: ListMove,
  from: number,
  there: boolean,
  length: number,
  page: number,
): number {
  const last = length - 1;
  const clamp = (index: number) => Math.min(last, Math.max(0, index));
  switch (move) {
    case 'next':
      return clamp(there ? from + 1 : from);
    case 'previous':
      return clamp(from - 1);
    case 'pageDown':
      return clamp(from + page);
    case 'pageUp':
      return clamp(from - page);
    case 'first':
      return 0;
    case 'last':
      return last;
  }
}
