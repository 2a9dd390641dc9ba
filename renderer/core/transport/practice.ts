const KEY = 'penghubung.rehearsal';

/**
 * Does this tab practise? Asked before anything is connected, so that nothing can reach the officer's own
 * desk by mistake.
 */
export function isPractising(): boolean {
  return sessionStorage.getItem(KEY) === 'yes';
}

/**
 * Begins or ends the practice: the page comes up anew, with the other desk. What is being typed is kept
 * before.
 */
export function practise(on: boolean): void {
  if (on) sessionStorage.setItem(KEY, 'yes');
  else sessionStorage.removeItem(KEY);
  location.reload();
}
