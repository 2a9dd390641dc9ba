import type { ComponentProps } from 'react';

/** A part of the window that scrolls by itself, and so must take the focus: the keyboard scrolls it too. */
export function ScrollArea({ label, ...others }: ComponentProps<'section'> & { readonly label: string }) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  return <section tabIndex={0} aria-label={label} {...others} />;
}
