import { create } from 'zustand';
import type { CommandKind } from '#shared/domain/commands/registry.ts';

/**
 * What can be taken back for a short time: a sent text; what was done to many complaints at once; a refused
 * text, a draft or a file that was thrown away.
 */
export type Held = {
  readonly what: 'command' | 'many' | 'refused' | 'draft' | 'file';
  /** Of the command, the draft, or the file in its draft. */
  readonly id: string;
  /** Null: of the office's templates. */
  readonly complaintId: string | null;
  readonly kind: CommandKind;
  /** Of a file; else empty. */
  readonly name: string;
  /** Of `many`: all the commands that go together. */
  readonly ids?: readonly string[];
  /** Of `many` that were written as one: the draft that they become again. */
  readonly draftId?: string;
  /** ms since 1970, by this PC's clock. */
  readonly until: number;
};

/** The oldest first. */
export const useUndoable = create<{ readonly held: readonly Held[] }>()(() => ({ held: [] }));

export function hold(held: Held): void {
  useUndoable.setState((before) => ({ held: [...before.held, held] }));
}

/** It is held no longer: taken back, or its time is over. */
export function release(id: string): void {
  useUndoable.setState(({ held }) => ({ held: held.filter((one) => one.id !== id) }));
}

/** What Ctrl+Z takes back at this moment (ms since 1970). */
export function lastHeld(now: number): Held | undefined {
  return useUndoable.getState().held.findLast(({ until }) => until > now);
}
