import { randomInt } from 'node:crypto';
import type { Change, ChangesPage, CommandResult, FeedDigest } from '#shared/contract/central/central.ts';
import type { Reference } from '#shared/contract/schemas.ts';
import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import { applyOfficeCommand } from '#shared/domain/commands/apply-office-command.ts';
import type { Command } from '#shared/domain/commands/command.ts';
import { isOfficeCommand, type OfficeCommand } from '#shared/domain/commands/command.ts';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { Answer } from '../sync/http/failure.ts';
import type { Connector, EnrolAnswer, Transport } from '../sync/http/transport.ts';
import { RINA } from './samples.ts';
import { type Fault, type FilesBackup, failure, ScriptedFiles } from './scripted-files.ts';

export type CentralBackup = {
  readonly epoch: string;
  readonly reports: ReadonlyMap<string, Complaint>;
  readonly results: ReadonlyMap<string, CommandResult>;
  readonly executed: readonly string[];
  readonly feed: readonly Change[];
  readonly marks: ReadonlyMap<string, number>;
  readonly seq: number;
  readonly receipts: number;
  readonly files: FilesBackup;
};

/**
 * A central service in memory: it decides with the domain's own function, keeps results and a feed, and
 * fails as it is told. Nothing here waits for real time.
 */
export class ScriptedCentral {
  epoch = 'epoch-1';
  officer: Officer = RINA;
  enrolAnswer: EnrolAnswer | null = null;
  /** Faults for the next requests of a kind, first in first out. */
  readonly faults: Record<'changes' | 'commands' | 'result', Fault[]> = {
    changes: [],
    commands: [],
    result: [],
  };
  readonly files = new ScriptedFiles();
  /** Ids of the commands whose stored result was asked for. */
  readonly askedResults: string[] = [];
  /** Who else has which complaint open, with the next answer. */
  presence: ChangesPage['presence'] = [];
  /** Every batch that arrived, also those whose answer was lost. */
  readonly batches: string[][] = [];
  readonly asked: { after: string; wait: number; viewing: string | null }[] = [];
  serverTime: (() => number) | null = null;
  readonly complaints = new Map<string, Complaint>();
  templates: readonly OfficeTemplate[] = [];
  readonly results = new Map<string, CommandResult>();
  /** How often each command was carried out: more than once would be a fault of the central service. */
  readonly executed: string[] = [];
  readonly #now: () => number;
  #feed: Change[] = [];
  /** Of the newest line of each complaint and each kind of reference data. */
  readonly #marks = new Map<string, number>();
  /** Complaints of its digest that no page brings. */
  unreadable = 0;
  #seq = 0;
  #receipts = 0;
  readonly #waiting = new Set<() => void>();

  constructor(now: () => number) {
    this.#now = now;
  }

  put(complaint: Complaint): void {
    this.complaints.set(complaint.id, complaint);
    const mark = this.#marked(complaint.id);
    this.#add((seq) => ({ type: 'upsert', seq, mark, complaint: structuredClone(complaint) as never }));
  }

  /** A line with a number that all have read past, as if two writers did not wait for each other. */
  putTooLate(complaint: Complaint): void {
    this.complaints.set(complaint.id, complaint);
    const mark = this.#marked(complaint.id);
    this.#feed.unshift({ type: 'upsert', seq: 1, mark, complaint: structuredClone(complaint) as never });
  }

  remove(complaintId: string): void {
    this.complaints.delete(complaintId);
    this.#marks.delete(complaintId);
    this.#add((seq) => ({ type: 'removal', seq, complaintId }));
  }

  /** Takes all but the newest line of a complaint out of the feed, as the real service does. */
  forget(complaintId: string): void {
    const lines = this.#feed.filter((line) => line.type === 'upsert' && line.complaint.id === complaintId);
    this.#feed = this.#feed.filter((line) => line === lines.at(-1) || !lines.includes(line));
  }

  /** Done while a question for a stored result is on its way. */
  whileAsked: () => Promise<void> = () => Promise.resolve();

  /** Everything that it holds, as a backup keeps it. */
  backup(): CentralBackup {
    const { epoch } = this;
    return {
      epoch,
      reports: new Map(this.complaints),
      results: new Map(this.results),
      executed: [...this.executed],
      feed: [...this.#feed],
      marks: new Map(this.#marks),
      seq: this.#seq,
      receipts: this.#receipts,
      files: this.files.backup(),
    };
  }

  /**
   * Holds what the backup holds, and nothing else. `epoch`: the name of the history that begins so, unless it
   * goes on.
   */
  load(backup: CentralBackup, epoch = backup.epoch): void {
    this.epoch = epoch;
    this.#feed = [...backup.feed];
    this.#marks.clear();
    for (const [name, mark] of backup.marks) this.#marks.set(name, mark);
    this.#seq = backup.seq;
    this.#receipts = backup.receipts;
    this.complaints.clear();
    for (const [id, complaint] of backup.reports) this.complaints.set(id, complaint);
    this.results.clear();
    for (const [id, result] of backup.results) this.results.set(id, result);
    this.executed.splice(0, Number.POSITIVE_INFINITY, ...backup.executed);
    this.files.load(backup.files);
    this.#wake();
  }

  setReference(reference: Reference): void {
    const mark = this.#marked(reference.name);
    this.#add((seq) => ({ type: 'reference', seq, mark, reference }));
  }

  /** The server was restored from a backup: another history, holding only these complaints. */
  restore(epoch: string, complaints: readonly Complaint[]): void {
    this.epoch = epoch;
    this.#feed = [];
    this.#seq = 0;
    this.#marks.clear();
    this.complaints.clear();
    this.results.clear();
    this.executed.length = 0;
    this.files.whole.clear();
    for (const complaint of complaints) this.put(complaint);
    this.#wake();
  }

  readonly connector: Connector = {
    connect: (): Transport => ({
      changes: (query, signal) => this.#changes(query, signal),
      commands: (commands) => Promise.resolve(this.#commands(commands)),
      result: async (id) => {
        await this.whileAsked();
        return this.#result(id);
      },
      adopt: () => Promise.resolve(failure({ code: 'server_error' })),
      files: this.files.transport,
    }),
    enrol: () => Promise.resolve(this.enrolAnswer ?? { ok: true, token: 'token', officer: this.officer }),
  };

  #marked(name: string): number {
    const mark = randomInt(1, 2 ** 32);
    this.#marks.set(name, mark);
    return mark;
  }

  #add(change: (seq: number) => Change): void {
    this.#seq++;
    this.#feed.push(change(this.#seq));
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  async #changes(
    { after, limit, wait, viewing }: Parameters<Transport['changes']>[0],
    signal: AbortSignal,
  ): Promise<Answer<ChangesPage>> {
    this.asked.push({ after, wait, viewing });
    const fault = this.faults.changes.shift();
    if (fault !== undefined) return failure(fault);
    const [epoch, from] = after === '' ? [this.epoch, '0'] : after.split('/');
    if (epoch === this.epoch && wait > 0 && Number(from) >= this.#seq) {
      const aborted = await new Promise<boolean>((resolve) => {
        this.#waiting.add(() => resolve(false));
        signal.addEventListener('abort', () => resolve(true));
      });
      if (aborted) return failure({ code: 'aborted' });
      const later = this.faults.changes.shift();
      if (later !== undefined) return failure(later);
    }
    const start = epoch === this.epoch ? Number(from) : 0;
    const changes = this.#feed.filter((change) => change.seq > start).slice(0, limit);
    const last = changes.at(-1)?.seq ?? start;
    return {
      ok: true,
      value: {
        epoch: this.epoch,
        cursor: `${this.epoch}/${last}`,
        more: last < this.#seq,
        serverTime: new Date((this.serverTime ?? this.#now)()).toISOString(),
        changes,
        digest: last < this.#seq ? null : this.#digest(),
        presence: this.presence,
      },
    };
  }

  #digest(): FeedDigest {
    const sum = [...this.#marks.values()].reduce((total, mark) => total + mark, 0);
    return { items: this.#marks.size + this.unreadable, sum: sum % 2 ** 32 };
  }

  #commands(commands: readonly Command[]): Answer<readonly CommandResult[]> {
    const fault = this.faults.commands.shift();
    if (fault !== undefined && 'code' in fault) return failure(fault);
    this.batches.push(commands.map((command) => command.id));
    const value = commands.map((command) => this.#decide(command));
    return fault === undefined ? { ok: true, value } : failure({ code: 'cut' });
  }

  #result(id: string): Answer<CommandResult | null> {
    const fault = this.faults.result.shift();
    if (fault !== undefined) return failure(fault);
    this.askedResults.push(id);
    return { ok: true, value: this.results.get(id) ?? null };
  }

  #decide(command: Command): CommandResult {
    const known = this.results.get(command.id);
    if (known !== undefined) return known;
    const missing = command.attachments.map(({ sha256 }) => sha256).filter((sha) => this.files.missing(sha));
    if (missing.length > 0) return { outcome: 'later', id: command.id, retryAfterMs: 2_000, missing };
    const result = this.#execute(command);
    this.results.set(command.id, result);
    if (result.outcome === 'accepted') this.files.happened.push(`text ${command.id}`);
    return result;
  }

  #share(command: OfficeCommand): CommandResult {
    const changed = applyOfficeCommand(this.templates, command, this.officer);
    if (!changed.ok) return { outcome: 'refused', id: command.id, code: changed.code, current: null };
    this.executed.push(command.id);
    this.templates = changed.templates;
    this.setReference({ name: 'templates', value: [...changed.templates] });
    const receipt = `K-${++this.#receipts}`;
    const at = new Date(this.#now()).toISOString();
    return { outcome: 'accepted', id: command.id, receipt, feedSeq: this.#seq, at };
  }

  #execute(command: Command): CommandResult {
    if (isOfficeCommand(command)) return this.#share(command);
    const known = this.complaints.get(command.complaintId);
    const current = known ?? (command.kind === 'record' ? unrecorded(command.complaintId) : undefined);
    if (current === undefined) {
      return { outcome: 'refused', id: command.id, code: 'unknown_complaint', current: null };
    }
    if (command.after !== null && this.results.get(command.after)?.outcome !== 'accepted') {
      return { outcome: 'refused', id: command.id, code: 'after_refused', current: null };
    }
    if (command.attachments.some(({ sha256 }) => this.files.isBad(sha256))) {
      return { outcome: 'refused', id: command.id, code: 'bad_attachment', current: current as never };
    }
    const at = new Date(this.#now()).toISOString();
    const receipt = `K-${++this.#receipts}`;
    const applied = applyCommand(current, command, { officer: this.officer, at, receipt });
    if (!applied.ok) {
      return { outcome: 'refused', id: command.id, code: applied.code, current: current as never };
    }
    this.executed.push(command.id);
    if (current.agency === null && applied.complaint.agency === null)
      this.complaints.set(command.complaintId, applied.complaint);
    else if (applied.complaint.agency === null) this.remove(command.complaintId);
    else this.put(applied.complaint);
    return { outcome: 'accepted', id: command.id, receipt, feedSeq: this.#seq, at };
  }
}
