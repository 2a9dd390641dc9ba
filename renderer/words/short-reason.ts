import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';

/** Reasons that fit in a row; the others are rare here. */
const SHORT_REASONS = [
  'closed',
  'forbidden',
  'not_ours',
  'moved',
  'own_report',
  'bad_value',
  'superseded',
  'not_verified',
  'unknown_complaint',
  'text_too_long',
] as const;

export function shortReason(code: RefusalCode): (typeof SHORT_REASONS)[number] | 'other' {
  return SHORT_REASONS.find((known) => known === code) ?? 'other';
}
