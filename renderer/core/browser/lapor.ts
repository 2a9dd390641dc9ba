import { isPractising } from '../transport/practice.ts';

/** The official system. It has no address by tracking id that an officer's account is sure to reach. */
const LAPOR = 'https://www.lapor.go.id/';

/** Opens LAPOR! in the browser. Answers whether it did: practice does not lead there. */
export function openLapor(): boolean {
  if (isPractising()) return false;
  // A window of Electron opens no other one: its shell asks the system's browser.
  if (window.penghubung === undefined) window.open(LAPOR, '_blank', 'noopener');
  else void window.penghubung.openLink(LAPOR);
  return true;
}
