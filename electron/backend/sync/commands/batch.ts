import type { Command } from '#shared/domain/commands/command.ts';
import { isSilent } from '#shared/domain/commands/command.ts';
import type { StoredCommand } from '../../store/journal/command-rows.ts';
import { isAhead } from '../running/retry.ts';

export type Batch = {
  readonly commands: readonly Command[];
  /** Those of them that may have arrived before: their result is asked for first. */
  readonly unsure: readonly string[];
  /** It is one command that was set aside before. */
  readonly again: boolean;
  /** When the first of those that must wait may be sent, ms since 1970; null when none waits. */
  readonly nextAt: number | null;
};

/**
 * The commands to send now, in the order of composing. A command that must wait (time of undo, a wait that
 * the central service asked for, files that are still on their way) holds back the later ones on the same
 * complaint and nothing else. One that was set aside goes alone, when nothing else is due: it may hold its
 * request up as before. A read mark is sent when its own time has come: it is not held back and holds
 * nothing back.
 */
export function selectBatch(toSend: readonly StoredCommand[], now: number, limit: number): Batch {
  const held = new Set<string>();
  const commands: Command[] = [];
  const aside: StoredCommand[] = [];
  const unsure: string[] = [];
  let nextAt: number | null = null;
  for (const stored of toSend) {
    const { command, subject, upload } = stored;
    const ordered = !isSilent(command.kind);
    if (ordered && held.has(subject)) continue;
    if (upload !== null) {
      // There is no time to wait for: the uploads tell when the last byte is up.
      held.add(subject);
      continue;
    }
    const from = dueAt(stored, now);
    if (from > now) {
      if (ordered) held.add(subject);
      nextAt = nextAt === null ? from : Math.min(nextAt, from);
    } else if (stored.aside) {
      if (ordered) held.add(subject);
      aside.push(stored);
    } else if (commands.length < limit) {
      commands.push(command);
      // A read mark has no receipt to show: sending it once more tells the same in one request.
      if (stored.unsure && ordered) unsure.push(command.id);
    } else {
      nextAt = now;
      break;
    }
  }
  const [alone, ...others] = aside;
  if (alone === undefined) return { commands, unsure, again: false, nextAt };
  if (commands.length > 0 || limit === 0) return { commands, unsure, again: false, nextAt: now };
  const { id } = alone.command;
  return {
    commands: [alone.command],
    unsure: alone.unsure ? [id] : [],
    again: true,
    nextAt: others.length > 0 ? now : nextAt,
  };
}

/** When a command may be sent, as far as time alone holds it: ms since 1970, past where nothing does. */
export function dueAt({ heldUntil, notBefore }: StoredCommand, now: number): number {
  return Math.max(...[heldUntil ?? 0, notBefore].filter((time) => isAhead(time, now)), 0);
}
