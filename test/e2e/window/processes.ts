import type { Desk } from '../desk.ts';

/** The number of the one process of this kind, from Electron itself. */
export function processOf(desk: Desk, kind: 'backend' | 'page'): Promise<number> {
  return desk.shell(({ app }, asked) => {
    const found = app
      .getAppMetrics()
      .filter(({ type, name }) => (asked === 'page' ? type === 'Tab' : name === 'Penghubung backend'));
    const [one] = found;
    if (one === undefined || found.length > 1) throw new Error(`${found.length} processes: ${asked}`);
    return one.pid;
  }, kind);
}
