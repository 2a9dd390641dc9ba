/** Why a command is refused. The sentence for the officer is in `shared/i18n`, under the same code. */
export const REFUSAL_CODES = [
  /** Never this agency's, or nobody knows that it was. */
  'not_ours',
  /** It was this agency's and has left it since: given to another one, returned, archived away. */
  'moved',
  'forbidden',
  'closed',
  'not_verified',
  'superseded',
  'empty_text',
  'text_too_long',
  'unknown_complaint',
  'unknown_kind',
  'after_refused',
  'too_many_attachments',
  /** The bytes are not what the command says, or are of a kind that is not taken. */
  'bad_attachment',
  /** The agency has chosen that another one approves what is said to the reporter. */
  'needs_approval',
  /** What was to be approved or published is no longer waiting for it, or was never there. */
  'not_waiting',
  /** Nobody approves what they wrote themselves. */
  'own_text',
  /** Nobody works on it, so there is nothing to take back. */
  'not_forwarded',
  /** A complaint is not a duplicate of itself, and not linked to itself. */
  'own_report',
  /** A day that is past, or not a day; a label or a name that is empty or too long. */
  'bad_value',
  /** The agency shares as many templates as it can. */
  'too_many_templates',
  /** Of an officer who joins: too much waits for imports to name its complaints. */
  'too_much_waiting',
  /** A reason that this version does not know yet. */
  'other',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
