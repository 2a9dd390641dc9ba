import { create } from 'zustand';
import type { CommandKind } from '#shared/domain/commands/registry.ts';

/**
 * What can be taken back for a short time: a sent text, what was done to many complaints at once, or a
 * refused text, a draft or a file that was thrown away.
 */
export type Held = {
  readonly what: 'command' | 'many' | 'refused' | 'draft' | 'file';
  /** The id of the command, the draft or the file. */
  readonly id: string;
  /** Null: it is a command on the office's templates. */
  readonly complaintId: string | null;
  readonly kind: CommandKind;
  /** Of `file`: its name. */
  readonly name?: string;
  /** Of `many`: the ids of all its commands. */
  readonly ids?: readonly string[];
  /** Of a joint answer: the draft that it becomes again. */
  readonly draftId?: string;
  /** ms since 1970, by this PC's clock. */
  readonly until: number;
};

/** Oldest first. */
export const useUndoable = create<{ readonly held: readonly Held[] }>()(() => ({ held: [] }));

export function hold(held: Held): void {
  useUndoable.setState((before) => ({ held: [...before.held, held] }));
}

/** It was taken back, or its time is over. */
export function release(id: string): void {
  useUndoable.setState(({ held }) => ({ held: held.filter((one) => one.id !== id) }));
}

/** What Ctrl+Z takes back now (ms since 1970). */
export function lastHeld(now: number): Held | undefined {
  return useUndoable.getState().held.findLast(({ until }) => until > now);
}
