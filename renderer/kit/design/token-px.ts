/** A length of `tokens.css` in px, for what a script puts in its place. */
export function tokenPx(name: `--${string}`): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name));
}
