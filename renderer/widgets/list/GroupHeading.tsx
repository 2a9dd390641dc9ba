import type { ReactNode } from 'react';
import { count as written } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';

export function GroupHeading({ children, count }: { readonly children: ReactNode; readonly count: number }) {
  const { language } = useWords();
  return (
    <div className="list-heading">
      <b>{children}</b>
      <span>{written(count, language)}</span>
    </div>
  );
}
