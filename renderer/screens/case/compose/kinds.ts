import { DRAFT_KINDS } from '#shared/domain/commands/command.ts';
import { isProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import type { DraftKind } from '../../../core/drafts/drafts.ts';

/** Begun elsewhere: at the proposal that is judged, and in the dialog that records. */
const ELSEWHERE = ['approve', 'send_back', 'record'] as const;
export type ComposedKind = Exclude<DraftKind, (typeof ELSEWHERE)[number]>;

/** The daily kinds: each has a tab, with the key that opens it. */
export const TAB_KEYS = { follow_up: 'r', internal_note: 'n', forward: 'f', return: 'b' } as const;
export type TabKind = keyof typeof TAB_KEYS;
export const TABS = Object.keys(TAB_KEYS) as TabKind[];

/** Every other kind is in a list; what the reporter reads comes first. */
export const MORE = DRAFT_KINDS.filter(isComposed)
  .filter((kind) => !isTab(kind))
  .sort((a, b) => Number(isProposalKind(b)) - Number(isProposalKind(a)));

export function isComposed(kind: DraftKind): kind is ComposedKind {
  return !ELSEWHERE.some((elsewhere) => elsewhere === kind);
}

export function isTab(kind: DraftKind): kind is TabKind {
  return Object.hasOwn(TAB_KEYS, kind);
}
