import type { Command } from '#shared/domain/commands/command.ts';
import type { StoredCommand } from '../../store/journal/command-rows.ts';

export type Batch = {
  readonly commands: readonly Command[];
  /** Those of them that may have arrived before: their result is asked for first. */
  readonly unsure: readonly string[];
  /** When the first of those that must wait may be sent, ms since 1970; null when none waits. */
  readonly nextAt: number | null;
};

/**
 * The commands to send now, in the order of composing. One that must wait (time of undo, patience asked
 * by the centre, files that are still on their way) holds back what was written after it on the same report, and
 * nothing else. Reading marks neither wait nor hold back.
 */
export function selectBatch(toSend: readonly StoredCommand[], now: number, limit: number): Batch {
  const held = new Set<string>();
  const commands: Command[] = [];
  const unsure: string[] = [];
  let nextAt: number | null = null;
  for (const stored of toSend) {
    const { command, upload } = stored;
    const ordered = command.kind !== 'mark_read';
    if (ordered && held.has(command.complaintId)) continue;
    if (upload !== null) {
      // No time to wait for: whoever has brought the last byte up tells.
      held.add(command.complaintId);
      continue;
    }
    const from = dueAt(stored, now);
    if (from > now) {
      if (ordered) held.add(command.complaintId);
      nextAt = nextAt === null ? from : Math.min(nextAt, from);
    } else if (commands.length < limit) {
      commands.push(command);
      // Nobody is shown a reading mark: sending it once more tells the same in one request.
      if (stored.unsure && ordered) unsure.push(command.id);
    } else {
      nextAt = now;
      break;
    }
  }
  return { commands, unsure, nextAt };
}

/** When a command may be sent, as far as time alone holds it: ms since 1970, past where nothing does. */
export function dueAt({ heldUntil, notBefore }: StoredCommand, now: number): number {
  return Math.max(dueBy(heldUntil ?? 0, now), dueBy(notBefore, now));
}

/** The longest that a command rests for any reason; the time of undo and the centre's patience are shorter. */
const LONGEST_REST_MS = 3_600_000;

/** A time further away was written before this PC's clock was set back: it is long past. */
function dueBy(time: number, now: number): number {
  return time - now > LONGEST_REST_MS ? 0 : time;
}
