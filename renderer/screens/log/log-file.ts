import { plainLine, type SyncEvent } from '#shared/contract/window/sync.ts';
import type { TextFile } from '../../core/browser/download.ts';

/**
 * The events for a technician: times, event words and codes. No tracking id, no name, no receipt, no text, so
 * that it can be sent by any way.
 */
export function logFile(
  events: readonly SyncEvent[],
  about: { readonly app: string; readonly contract: number; readonly at: string },
): TextFile {
  const byName = [...Map.groupBy(events, ({ event }) => event)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    `Penghubung ${about.app}, contract ${about.contract}, ${about.at}`,
    `events: ${events.length}`,
    ...byName.map(([event, own]) => `${event}: ${own.length}`),
    '',
    ...events.map(plainLine),
  ];
  return {
    name: `penghubung-catatan-${about.at.slice(0, 10)}.txt`,
    type: 'text/plain;charset=utf-8',
    content: `${lines.join('\r\n')}\r\n`,
  };
}
