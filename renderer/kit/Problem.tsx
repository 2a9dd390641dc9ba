import type { ReactNode } from 'react';

/** Why the action beside it was not done. It takes no room while it is empty. */
export function Problem({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="problem" role="alert">
      {children}
    </p>
  );
}
