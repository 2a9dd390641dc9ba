import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { completed, parseSearch, STATUS_WORDS } from '#shared/domain/text/search-query.ts';
import { useServices } from '../../core/services/services.tsx';
import { useReference } from '../../words/reference.tsx';

const NONE: readonly string[] = [];

export type OfferedValues = {
  readonly values: readonly string[];
  /** The one that Enter takes. */
  readonly active: number;
  readonly move: (step: 1 | -1) => void;
  /** The text with a value put in. */
  readonly with: (value: string) => string;
  /** Not again for this text. */
  readonly dismiss: () => void;
};

/** Values for the filter that is being typed at the end of a search: `kec:lub` offers "Lubuk Pakam". */
export function useOfferedValues(text: string): OfferedValues {
  const { queries } = useServices();
  const { today } = useReference();
  const open = useMemo(() => parseSearch(text, today).open, [text, today]);
  const field = open === null || open.field === 'status' ? null : open.field;
  const known = useQuery(
    queries.queue.filterValues.queryOptions({
      input: field === null ? skipToken : { field, typed: open?.value ?? '' },
    }),
  ).data;
  const [chosen, setChosen] = useState({ text: '', place: 0 });
  const [dismissed, setDismissed] = useState<string | null>(null);
  const offered =
    open === null || dismissed === text
      ? NONE
      : open.field === 'status'
        ? STATUS_WORDS.filter((word) => word.startsWith(open.value.toLowerCase()))
        : (known ?? NONE);
  const active = chosen.text === text ? Math.min(chosen.place, offered.length - 1) : 0;
  return {
    values: offered,
    active,
    move: (step) => setChosen({ text, place: (active + step + offered.length) % offered.length }),
    with: (value) => (open === null ? text : completed(text, open.start, value)),
    dismiss: () => setDismissed(text),
  };
}
