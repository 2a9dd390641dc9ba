import type { ReactNode } from 'react';
import { useWords } from '../../words/reference.tsx';

export function GroupHeading({ children, count }: { readonly children: ReactNode; readonly count: number }) {
  const { count: written } = useWords();
  return (
    <div className="list-heading">
      <b>{children}</b>
      <span>{written(count)}</span>
    </div>
  );
}
