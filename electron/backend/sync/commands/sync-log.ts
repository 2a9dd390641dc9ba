import type { SyncEvent } from '#shared/contract/window/sync.ts';
import { isOfStorage } from '../http/failure.ts';
import type { RunnerEvent } from '../running/machine.ts';
import type { CommandsEvent, CommandsState } from './machine.ts';

export type LogLine = { readonly event: SyncEvent['event']; readonly detail?: string };

/**
 * Turns the steps of the commands machine into lines for the officer and a technician: only what differs from
 * the line before, so that a day without a connection is a few lines, not one for each attempt.
 * @param nothingWaits the journal holds nothing for the central service
 */
export function syncLog(write: (line: LogLine) => void, nothingWaits: () => boolean) {
  let said = '';
  const say = (line: LogLine): void => {
    const words = `${line.event} ${line.detail ?? ''}`;
    if (words === said) return;
    said = words;
    write(line);
  };
  return (event: CommandsEvent | RunnerEvent, before: CommandsState, after: CommandsState): void => {
    if (event.type === 'push_failed' || event.type === 'pull_failed') {
      const { code } = event.failure;
      if (after.signInNeeded) say({ event: 'sign_in_needed' });
      else if (after.outdated && !before.outdated) say({ event: 'outdated' });
      else if (isOfStorage(code)) say({ event: 'not_stored', detail: code });
      else if (!after.online && code !== 'aborted') say({ event: 'offline', detail: code });
    } else if (event.type === 'unauthorized') {
      say({ event: 'sign_in_needed' });
    } else if (event.type === 'wake') {
      // Something was composed: coming to rest after it is worth a line again.
      if (said.startsWith('synced')) said = '';
    }
    if (after.online && !before.online) say({ event: 'online' });
    if (after.phase === 'waiting' && before.phase !== 'waiting' && nothingWaits()) say({ event: 'synced' });
  };
}
