import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { cx } from './cx.ts';
import styles from './Tip.module.css';

/** An explanation that opens when its one child, which must take the focus, is hovered or focused. */
export function Tip({ tip, children }: { readonly tip: ReactNode; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={200} closeDelay={80} shouldCloseOnPress={false}>
      <Focusable>{children as Parameters<typeof Focusable>[0]['children']}</Focusable>
      <Tooltip
        className={cx(styles.tip)}
        placement="bottom start"
        offset={6}
        // Everything on the page stands in a landmark, the explanation too.
        UNSTABLE_portalContainer={document.querySelector('main') ?? document.body}
      >
        {tip}
      </Tooltip>
    </TooltipTrigger>
  );
}
