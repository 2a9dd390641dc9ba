import { isPractising } from '../transport/practice.ts';

/** The official system. It has no address by tracking id that an officer's account is sure to reach. */
const LAPOR = 'https://www.lapor.go.id/';

/** Opens LAPOR! beside this window. Answers whether it did: practice does not lead there. */
export function openLapor(): boolean {
  if (isPractising()) return false;
  window.open(LAPOR, '_blank', 'noopener');
  return true;
}
