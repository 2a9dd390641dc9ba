import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** Why the action beside it was not done. It takes no room while it is empty. */
export function Problem({ className, ...others }: ComponentProps<'p'>) {
  return <p className={cx('problem', className)} role="alert" {...others} />;
}
