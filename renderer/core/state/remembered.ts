/** What the tab keeps under this name over a reload. Null: nothing, or the browser keeps nothing. */
export function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // This browser keeps nothing: the next load begins at the first view.
  }
}
