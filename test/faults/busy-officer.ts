import type { ContractRouterClient } from '@orpc/contract';
import type { QueueRow } from '#shared/contract/window/queue.ts';
import type { windowContract } from '#shared/contract/window/window.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import type { Random } from '../../demo/random.ts';

/** The desk as a window sees it, in the same process or over the web socket of an app. */
export type Desk = ContractRouterClient<typeof windowContract>;
type WrittenKind = 'follow_up' | 'internal_note' | 'return';

/** Reports at the top of the list on which the officers of an OPD meet. */
const CROWDED = 5;

/**
 * An officer who works by the desk and remembers what the app has said to have. Each thing typed is a word of its own,
 * `<name-n>`: what becomes of it can be followed through drafts, outbox and PostgreSQL.
 */
export class BusyOfficer {
  readonly name: string;
  readonly opdId: string;
  /** Each word that was typed, and whether the app has said that it is kept. */
  readonly words = new Map<string, 'begun' | 'confirmed'>();
  /** Commands that the app has said to have, by id; those taken back are not among them any more. */
  readonly commands = new Set<string>();
  /** The reports on which the officer has written. */
  readonly written = new Set<string>();
  readonly #random: Random;
  readonly desk: () => Desk;

  constructor(name: string, opdId: string, random: Random, desk: () => Desk) {
    this.name = name;
    this.opdId = opdId;
    this.#random = random;
    this.desk = desk;
  }

  /** One thing that an officer does. @throws when the app does not answer */
  async act(): Promise<void> {
    const desk = this.desk();
    const { signInNeeded } = await desk.sync.status();
    if (signInNeeded) await desk.sync.now();
    const random = this.#random;
    const choice = random.between(0, 99);
    if (choice < 4) return this.#withdraw(desk);
    if (choice < 10) return this.#reopen(desk);
    if (choice < 22) return void (await desk.sync.now());
    const row = await this.#pick(desk);
    if (row === undefined) return;
    if (choice < 34) await this.#compose(desk, row.id, random.pick(['follow_up', 'internal_note']));
    else if (choice < 44) {
      await desk.command.submit({ complaintId: row.id, body: { kind: 'mark_read', payload: {} } });
    } else if (choice < 47) await this.#submit(desk, row.id, 'return');
    else await this.#submit(desk, row.id, random.chance(0.6) ? 'follow_up' : 'internal_note');
  }

  async #pick(desk: Desk): Promise<QueueRow | undefined> {
    const { rows } = await desk.queue.page({ view: 'all', after: null, limit: 100 });
    const last = this.#random.chance(0.5) ? CROWDED : rows.length;
    return rows[this.#random.between(0, Math.max(0, Math.min(last, rows.length) - 1))];
  }

  /** What is typed goes on after what stands there already. Null: the report is gone. */
  async #compose(
    desk: Desk,
    complaintId: string,
    kind: WrittenKind,
  ): Promise<{ readonly draftId: string; readonly text: string } | null> {
    const view = await desk.case.get({ id: complaintId });
    if (view?.ours !== true) return null;
    const begun = view.drafts.find((draft) => draft.kind === kind);
    const word = `<${this.name}-${this.words.size}>`;
    const text = begun === undefined ? `${word} Petugas sudah ke lokasi.` : `${begun.text} ${word}`;
    this.words.set(word, 'begun');
    this.written.add(complaintId);
    const id = begun === undefined ? {} : { id: begun.id };
    const saved = await desk.draft.save({ ...id, complaintId, kind, text });
    this.words.set(word, 'confirmed');
    return { draftId: saved.id, text };
  }

  async #submit(desk: Desk, complaintId: string, kind: WrittenKind): Promise<void> {
    const draft = await this.#compose(desk, complaintId, kind);
    if (draft === null) return;
    const { draftId, text } = draft;
    const answer = await desk.command.submit({ complaintId, body: bodyOf(kind, text), draftId });
    if (answer.ok) this.commands.add(answer.id);
  }

  /** Undo, of the newest that can be. */
  async #withdraw(desk: Desk): Promise<void> {
    const items = await desk.outbox.list();
    const item = items.find(({ delivery }) => delivery.state === 'held');
    if (item !== undefined && (await desk.command.withdraw({ id: item.id })).ok)
      this.commands.delete(item.id);
  }

  async #reopen(desk: Desk): Promise<void> {
    const items = await desk.outbox.list();
    const item = items.find(({ delivery }) => delivery.state === 'refused');
    if (item !== undefined && (await desk.command.reopen({ id: item.id })).ok) this.commands.delete(item.id);
  }
}

function bodyOf(kind: WrittenKind, text: string): CommandBody {
  return kind === 'return'
    ? { kind, payload: { reason: text, suggestedAgency: null } }
    : { kind, payload: { text } };
}
