import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { completed, parseSearch, STATUS_WORDS } from '#shared/domain/text/search-query.ts';
import { useServices } from '../../core/services/services.tsx';
import { useReference } from '../../words/reference.tsx';

const NONE: readonly string[] = [];

/** Values for the filter that is being typed at the end of a search: `kec:lub` offers "Lubuk Pakam". */
export function useOfferedValues(text: string) {
  const { queries } = useServices();
  const { today } = useReference();
  const open = useMemo(() => parseSearch(text, today).open, [text, today]);
  const field = open === null || open.field === 'status' ? null : open.field;
  const known = useQuery(
    queries.queue.filterValues.queryOptions({
      input: field === null ? skipToken : { field, typed: open?.value ?? '' },
    }),
  ).data;
  const [dismissed, setDismissed] = useState<string | null>(null);
  const values =
    open === null || dismissed === text
      ? NONE
      : open.field === 'status'
        ? STATUS_WORDS.filter((word) => word.startsWith(open.value.toLowerCase()))
        : (known ?? NONE);
  return {
    values,
    /** The text with a value put in. */
    with: (value: string) => (open === null ? text : completed(text, open.start, value)),
    /** Offers nothing for this text any more. */
    dismiss: () => setDismissed(text),
  };
}
