import type { ContractRouterClient } from '@orpc/contract';
import type { QueueRow } from '#shared/contract/window/queue.ts';
import type { windowContract } from '#shared/contract/window/window.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import type { Random } from '../../demo/random.ts';

/** The desk as a window sees it, in the same process or over the web socket of an app. */
export type Backend = ContractRouterClient<typeof windowContract>;
type WrittenKind = 'follow_up' | 'internal_note' | 'return';

/** Complaints at the top of the list on which the officers of an agency meet. */
const CROWDED = 5;

/**
 * An officer who works by the desk and remembers what the app has said to have. Each thing typed is a word of
 * its own, `<name-n>`: what becomes of it can be followed through drafts, outbox and PostgreSQL.
 */
export class BusyOfficer {
  readonly name: string;
  readonly agencyId: string;
  /** Each word that was typed, and whether the app has said that it is kept. */
  readonly words = new Map<string, 'begun' | 'confirmed'>();
  /** Commands that the app has said to have, by id; those taken back are not among them any more. */
  readonly commands = new Set<string>();
  /** The complaints on which the officer has written. */
  readonly written = new Set<string>();
  readonly #random: Random;
  readonly backend: () => Backend;

  constructor(name: string, agencyId: string, random: Random, backend: () => Backend) {
    this.name = name;
    this.agencyId = agencyId;
    this.#random = random;
    this.backend = backend;
  }

  /** One thing that an officer does. @throws when the app does not answer */
  async act(): Promise<void> {
    const backend = this.backend();
    const random = this.#random;
    const choice = random.between(0, 99);
    if (choice < 4) return this.#withdraw(backend);
    if (choice < 10) return this.#reopen(backend);
    if (choice < 22) return void (await backend.sync.now());
    const row = await this.#pick(backend);
    if (row === undefined) return;
    if (choice < 34) await this.#compose(backend, row.id, random.pick(['follow_up', 'internal_note']));
    else if (choice < 44) {
      await backend.command.submit({ complaintId: row.id, body: { kind: 'mark_read', payload: {} } });
    } else if (choice < 47) await this.#submit(backend, row.id, 'return');
    else await this.#submit(backend, row.id, random.chance(0.6) ? 'follow_up' : 'internal_note');
  }

  async #pick(backend: Backend): Promise<QueueRow | undefined> {
    const { rows } = await backend.queue.page({ view: 'all', after: null, limit: 100 });
    const last = this.#random.chance(0.5) ? CROWDED : rows.length;
    return rows[this.#random.between(0, Math.max(0, Math.min(last, rows.length) - 1))];
  }

  /** What is typed goes on after what stands there already. Null: the complaint is gone. */
  async #compose(
    backend: Backend,
    complaintId: string,
    kind: WrittenKind,
  ): Promise<{ readonly draftId: string; readonly text: string } | null> {
    const view = await backend.case.get({ id: complaintId });
    if (view?.ours !== true) return null;
    const begun = view.drafts.find((draft) => draft.kind === kind);
    const word = `<${this.name}-${this.words.size}>`;
    const text = begun === undefined ? `${word} Petugas sudah ke lokasi.` : `${begun.text} ${word}`;
    this.words.set(word, 'begun');
    this.written.add(complaintId);
    const id = begun === undefined ? {} : { id: begun.id };
    const saved = await backend.draft.save({ ...id, complaintId, kind, text });
    this.words.set(word, 'confirmed');
    return { draftId: saved.id, text };
  }

  async #submit(backend: Backend, complaintId: string, kind: WrittenKind): Promise<void> {
    const draft = await this.#compose(backend, complaintId, kind);
    if (draft === null) return;
    const { draftId, text } = draft;
    const answer = await backend.command.submit({ complaintId, body: bodyOf(kind, text), draftId });
    if (answer.ok) this.commands.add(answer.id);
  }

  /** Undo, of the newest that can be. */
  async #withdraw(backend: Backend): Promise<void> {
    const items = await backend.outbox.list();
    const item = items.find(({ delivery }) => delivery.state === 'held');
    if (item !== undefined && (await backend.command.withdraw({ id: item.id })).ok)
      this.commands.delete(item.id);
  }

  async #reopen(backend: Backend): Promise<void> {
    const items = await backend.outbox.list();
    const item = items.find(({ delivery }) => delivery.state === 'refused');
    if (item !== undefined && (await backend.command.reopen({ id: item.id })).ok)
      this.commands.delete(item.id);
  }
}

function bodyOf(kind: WrittenKind, text: string): CommandBody {
  return kind === 'return'
    ? { kind, payload: { reason: text, suggestedAgency: null } }
    : { kind, payload: { text } };
}
