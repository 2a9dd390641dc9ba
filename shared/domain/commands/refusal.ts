import { MAX_ATTACHMENTS } from '../complaint/attachment.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { bucketOf, isClosed } from '../complaint/status.ts';
import type { Officer } from '../people/roles.ts';
import { type Command, type ComplaintCommand, textOf } from './command.ts';
import { COMMANDS, mayDo } from './registry.ts';
import type { RefusalCode } from './spec/refusal-codes.ts';
import { type ComplaintSpec, MAX_TEXT_LENGTH } from './spec/spec.ts';

/** Why an officer may not do this to a complaint; null: they may. What one kind asks for stands with it. */
export function refusalOf(
  complaint: Complaint,
  sent: ComplaintCommand,
  officer: Officer,
): RefusalCode | null {
  const spec: ComplaintSpec = COMMANDS[sent.kind];
  if (!mayDo(officer.role, sent.kind)) return 'forbidden';
  return (
    refusalOfOwner(spec, complaint, officer) ??
    refusalOfWords(sent) ??
    refusalOfStatus(spec, complaint) ??
    spec.refusal?.(complaint, sent, officer) ??
    null
  );
}

type Flags = Pick<ComplaintSpec, 'creates' | 'whenClosed' | 'onlyVerified'>;

/** An agency records a complaint; every other command is about a complaint of the officer's own agency. */
function refusalOfOwner({ creates }: Flags, complaint: Complaint, { agency }: Officer): RefusalCode | null {
  if (agency === null) return 'not_ours';
  return creates || complaint.agency?.id === agency.id ? null : 'not_ours';
}

/** What is wrong with the words of a command and its files. */
export function refusalOfWords(sent: Command): RefusalCode | null {
  const { needsWords = false } = COMMANDS[sent.kind];
  const text = textOf(sent).trim();
  if (text === '' && needsWords) return 'empty_text';
  if (text.length > MAX_TEXT_LENGTH) return 'text_too_long';
  const most = needsWords ? MAX_ATTACHMENTS : 0;
  return sent.attachments.length > most ? 'too_many_attachments' : null;
}

function refusalOfStatus(
  { creates, whenClosed, onlyVerified }: Flags,
  { rawStatus }: Complaint,
): RefusalCode | null {
  if (creates || whenClosed) return null;
  const { bucket } = bucketOf(rawStatus);
  if (isClosed(bucket)) return 'closed';
  return bucket === 'belum_terverifikasi' && onlyVerified ? 'not_verified' : null;
}
