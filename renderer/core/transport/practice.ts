const KEY = 'penghubung.practice';

/**
 * Is this tab in practice mode? It is known before anything is connected, so nothing of the practice can
 * reach the officer's own complaints.
 */
export function isPractising(): boolean {
  return sessionStorage.getItem(KEY) === 'yes';
}

/** Begins or ends practice mode: the page loads again with the other backend. Drafts are saved before. */
export function practise(on: boolean): void {
  if (on) sessionStorage.setItem(KEY, 'yes');
  else sessionStorage.removeItem(KEY);
  location.reload();
}
