import type { Change, ChangesPage, CommandResult } from '#shared/contract/central.ts';
import type { Reference } from '#shared/contract/schemas.ts';
import { applyCommand } from '#shared/domain/apply-command.ts';
import type { Command } from '#shared/domain/command.ts';
import type { Complaint } from '#shared/domain/complaint.ts';
import type { Officer } from '#shared/domain/roles.ts';
import type { Answer, FailureCode } from '../sync/failure.ts';
import type { Connector, EnrolAnswer, Transport } from '../sync/transport.ts';
import { RINA } from './samples.ts';

/** `lost`: decided, and then the answer does not arrive. Otherwise the request is refused with the code. */
type Fault = { readonly lost: true } | { readonly code: FailureCode; readonly retryAfterMs?: number };

export type CentralBackup = {
  readonly epoch: string;
  readonly reports: ReadonlyMap<string, Complaint>;
  readonly results: ReadonlyMap<string, CommandResult>;
  readonly executed: readonly string[];
  readonly feed: readonly Change[];
  readonly seq: number;
  readonly receipts: number;
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
  readonly faults: Record<'changes' | 'commands', Fault[]> = { changes: [], commands: [] };
  /** Every batch that arrived, also those whose answer was lost. */
  readonly batches: string[][] = [];
  readonly asked: { after: string; wait: number }[] = [];
  serverTime: (() => number) | null = null;
  readonly reports = new Map<string, Complaint>();
  readonly results = new Map<string, CommandResult>();
  /** How often each command was carried out: more than once would be a fault of the centre. */
  readonly executed: string[] = [];
  readonly #now: () => number;
  #feed: Change[] = [];
  #seq = 0;
  #receipts = 0;
  readonly #waiting = new Set<() => void>();

  constructor(now: () => number) {
    this.#now = now;
  }

  put(complaint: Complaint): void {
    this.reports.set(complaint.id, complaint);
    this.#add((seq) => ({ type: 'upsert', seq, complaint: structuredClone(complaint) as never }));
  }

  remove(complaintId: string): void {
    this.reports.delete(complaintId);
    this.#add((seq) => ({ type: 'removal', seq, complaintId }));
  }

  /** Takes all but the newest line of a report out of the feed, as the real service does. */
  forget(complaintId: string): void {
    const lines = this.#feed.filter((line) => line.type === 'upsert' && line.complaint.id === complaintId);
    this.#feed = this.#feed.filter((line) => line === lines.at(-1) || !lines.includes(line));
  }

  /** Everything that it holds, as a backup keeps it. */
  backup(): CentralBackup {
    const { epoch } = this;
    return {
      epoch,
      reports: new Map(this.reports),
      results: new Map(this.results),
      executed: [...this.executed],
      feed: [...this.#feed],
      seq: this.#seq,
      receipts: this.#receipts,
    };
  }

  /** Holds what the backup holds, and nothing else. `epoch`: the name of the history that begins so, unless it goes on. */
  load(backup: CentralBackup, epoch = backup.epoch): void {
    this.epoch = epoch;
    this.#feed = [...backup.feed];
    this.#seq = backup.seq;
    this.#receipts = backup.receipts;
    this.reports.clear();
    for (const [id, complaint] of backup.reports) this.reports.set(id, complaint);
    this.results.clear();
    for (const [id, result] of backup.results) this.results.set(id, result);
    this.executed.splice(0, Number.POSITIVE_INFINITY, ...backup.executed);
    this.#wake();
  }

  setReference(reference: Reference): void {
    this.#add((seq) => ({ type: 'reference', seq, reference }));
  }

  /** The server was restored from a backup: another history, holding only these reports. */
  restore(epoch: string, complaints: readonly Complaint[]): void {
    this.epoch = epoch;
    this.#feed = [];
    this.#seq = 0;
    this.reports.clear();
    this.results.clear();
    this.executed.length = 0;
    for (const complaint of complaints) this.put(complaint);
    this.#wake();
  }

  readonly connector: Connector = {
    connect: (): Transport => ({
      changes: (query, signal) => this.#changes(query, signal),
      commands: (commands) => Promise.resolve(this.#commands(commands)),
    }),
    enrol: () => Promise.resolve(this.enrolAnswer ?? { ok: true, token: 'token', officer: this.officer }),
  };

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
    { after, limit, wait }: { after: string; limit: number; wait: number },
    signal: AbortSignal,
  ): Promise<Answer<ChangesPage>> {
    this.asked.push({ after, wait });
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
        presence: [],
      },
    };
  }

  #commands(commands: readonly Command[]): Answer<readonly CommandResult[]> {
    const fault = this.faults.commands.shift();
    if (fault !== undefined && !('lost' in fault)) return failure(fault);
    this.batches.push(commands.map((command) => command.id));
    const value = commands.map((command) => this.#decide(command));
    return fault === undefined ? { ok: true, value } : failure({ code: 'cut' });
  }

  #decide(command: Command): CommandResult {
    const known = this.results.get(command.id);
    if (known !== undefined) return known;
    const result = this.#execute(command);
    this.results.set(command.id, result);
    return result;
  }

  #execute(command: Command): CommandResult {
    const current = this.reports.get(command.complaintId);
    if (current === undefined) {
      return { outcome: 'refused', id: command.id, code: 'unknown_complaint', current: null };
    }
    if (command.after !== null && this.results.get(command.after)?.outcome !== 'accepted') {
      return { outcome: 'refused', id: command.id, code: 'after_refused', current: null };
    }
    const at = new Date(this.#now()).toISOString();
    const receipt = `K-${++this.#receipts}`;
    const applied = applyCommand(current, command, { officer: this.officer, at, receipt });
    if (!applied.ok) {
      return { outcome: 'refused', id: command.id, code: applied.code, current: current as never };
    }
    this.executed.push(command.id);
    if (applied.complaint.agency === null) this.remove(command.complaintId);
    else this.put(applied.complaint);
    return { outcome: 'accepted', id: command.id, receipt, feedSeq: this.#seq, at };
  }
}

function failure(fault: Fault): { ok: false; failure: { code: FailureCode; retryAfterMs: number | null } } {
  const { code, retryAfterMs = null } = 'lost' in fault ? { code: 'cut' as const } : fault;
  return { ok: false, failure: { code, retryAfterMs } };
}
