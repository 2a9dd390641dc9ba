import type { Db } from '../../electron/backend/store/open-database.ts';

/** What is broken on purpose, to see that an invariant notices; and the one that must. */
export const BREAKAGES = {
  /** A command that is sent again is taken for a new one. */
  idempotency: 'nothing happens twice',
  /** Numbers of the feed are taken without waiting for the one before, and nobody compares. */
  feed_lock: 'the PC has what PostgreSQL has',
  /** The journal does not wait for the disk. */
  durability: 'nothing typed is lost',
  /** The answer to a command deletes what is being written on the same complaint. */
  result_deletes_draft: 'nothing typed is lost',
  /** A refusal is kept without the text that was refused. */
  refusal_without_text: 'nothing typed is lost',
  /** The cursor goes on before the page that it belongs to is taken: a comparison mends what was lost. */
  cursor_before_page: 'the feed alone keeps the PC the same',
  /** After the central service's history changed nothing accepted is sent again. */
  no_sending_again: 'an accepted command is exactly one row',
  /** Whoever answers on the line bears the mark of the central service. */
  strangers_believed: 'a stranger on the line counts for nothing',
  /** After a restore the receipts begin where they began before. */
  receipts_again: 'no receipt is given twice',
  /** A kill takes the last answer from the central service, although it was confirmed. */
  central_forgets: 'an accepted command is exactly one row',
  /** A PC that began as the copy of another gives its commands new ids. */
  clone_renames: 'an accepted command is exactly one row',
  /** What an office did alone comes to the central service under other ids. */
  brought_renamed: 'what was accepted alone is at the central service once',
  /** No PC shows what was accepted of it. */
  proof_unshown: 'an accepted command is exactly one row',
  /** An item of the feed has the same mark again when it is written anew. */
  marks_kept: 'the PC has what PostgreSQL has',
  /** The officer is not told that their journal was damaged. */
  damage_untold: 'nothing is lost without a word',
} as const;
export type Breakage = keyof typeof BREAKAGES;
export const BREAKAGE_NAMES = Object.keys(BREAKAGES) as readonly Breakage[];

/** Those that are a rule of the journal's database, so that the product's own statements are what breaks. */
const IN_JOURNAL: Partial<Record<Breakage, string>> = {
  result_deletes_draft: `
    CREATE TRIGGER IF NOT EXISTS broken AFTER UPDATE OF state ON command
      WHEN new.state IN ('accepted', 'refused')
      BEGIN DELETE FROM draft WHERE complaintId = new.subject; END`,
  refusal_without_text: `
    CREATE TRIGGER IF NOT EXISTS broken AFTER UPDATE OF state ON command WHEN new.state = 'refused'
      BEGIN UPDATE command SET payload = json_replace(payload, '$.text', '', '$.reason', '') WHERE id = new.id; END`,
  no_sending_again: `
    CREATE TRIGGER IF NOT EXISTS broken BEFORE UPDATE OF resend ON command WHEN new.resend = 1
      BEGIN SELECT raise(IGNORE); END`,
};

/** @param open gives a connection to the journal, beside the app's own */
export function breakJournal(breakage: Breakage | undefined, open: () => Db): void {
  const trigger = breakage === undefined ? undefined : IN_JOURNAL[breakage];
  if (trigger === undefined) return;
  const db = open();
  db.exec(trigger);
  db.close();
}
