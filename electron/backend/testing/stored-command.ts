import type { StoredCommand } from '../store/journal/command-rows.ts';
import { commandOf, complaintNo, noteBody } from './samples.ts';

/** A command on the complaint `number` as the journal keeps it, ready to be sent. */
export function stored(
  number: number,
  changes: Partial<StoredCommand> = {},
  body = noteBody(),
): StoredCommand {
  return {
    command: commandOf(complaintNo(number), body),
    subject: complaintNo(number).id,
    trackingId: '1',
    title: 't',
    upload: null,
    state: 'queued',
    unsure: false,
    heldUntil: null,
    notBefore: 0,
    aside: false,
    receipt: null,
    answeredAt: null,
    refusal: null,
    settled: false,
    ...changes,
  };
}
