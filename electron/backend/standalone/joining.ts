import { MAX_BROUGHT } from '#shared/contract/central/central.ts';
import { type Command, isSilent, textOf } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { Stores } from '../projection/stores.ts';
import type { StoredSession } from '../store/settings/session-table.ts';
import type { FailureCode } from '../sync/http/failure.ts';
import { commandsToBring, type ToBring, withoutRefused } from './to-bring.ts';
import { type UploadFilesPorts, uploadFiles } from './upload-files.ts';

/**
 * `joined`: the central service decides from now on. `later`: go on soon. `refused`: the access is not for
 * handing over what was done alone. Else why no answer came.
 */
type JoinOutcome = 'joined' | 'later' | 'refused' | FailureCode;

type JoiningPorts = Omit<UploadFilesPorts, 'journal' | 'wanted'> & {
  readonly stores: Stores;
  readonly joining: StoredSession;
  readonly newId: () => string;
  /** How many complaints are there so far. */
  readonly progressed: (brought: number) => void;
};
type BringPorts = JoiningPorts & Pick<UploadFilesPorts, 'wanted'>;

/** What the central service has not taken, and why; and the complaints that it does not know yet. */
type Aside = {
  readonly refused: Map<string, ToBring & { readonly code: RefusalCode }>;
  readonly waiting: Set<string>;
};

/** Complaints that are looked through at once. */
const AT_ONCE = 25;
/** The request is at fault, not the line: a smaller one may pass, and shows which command it is. */
const UNREADABLE: readonly FailureCode[] = ['bad_request', 'too_large'];

/**
 * Brings what a standalone office did to the central service, with the files first, and then makes the
 * central service the one that decides. Until that last step the office goes on alone; what it does meanwhile
 * is brought too.
 */
export async function joinCentral(ports: JoiningPorts, signal: AbortSignal): Promise<JoinOutcome> {
  const { stores, joining, clock, newId } = ports;
  const { standalone, commands, session } = stores.journal;
  const aside: Aside = { refused: new Map(), waiting: new Set() };
  // The officer may have thought better of it, or have chosen another central service.
  const wanted = (): boolean => session.joining()?.token === joining.token;
  let from = 0;
  let brought = 0;
  while (wanted()) {
    const placed = standalone.after(from, AT_ONCE);
    if (placed.length === 0) {
      // In one turn with the look for more: nothing can come between.
      if (commands.counts().anything > 0) return 'later';
      switchOver(ports, aside);
      return 'joined';
    }
    const at = new Date(clock.now()).toISOString();
    const all = placed.flatMap((one) => commandsToBring(one, stores, { newId, at }));
    const end = await bring(all, { ...ports, wanted }, aside, signal);
    if (end !== 'done') return end;
    from = placed.at(-1)?.seq ?? from;
    brought += placed.length;
    ports.progressed(brought);
  }
  return 'later';
}

/** Brings commands in their order. What cannot be taken is put aside, and holds nothing else up. */
async function bring(
  all: readonly ToBring[],
  ports: BringPorts,
  aside: Aside,
  signal: AbortSignal,
): Promise<JoinOutcome | 'done'> {
  const { stores, transport } = ports;
  let most = MAX_BROUGHT;
  let rest = all;
  while (rest.length > 0) {
    const named = rest.slice(0, most);
    const files = named.flatMap(({ brought }) => brought.command.attachments);
    const end = await uploadFiles(files, { ...ports, journal: stores.journal }, signal);
    if (end !== 'done') return end === 'stopped' ? 'later' : end;
    // Only their upload shows which files are not taken, or not whole here any more.
    const batch = named.map((one) => withoutRefused(one, stores.journal));
    const answer = await transport.adopt(
      batch.map(({ brought }) => brought),
      signal,
    );
    if (!answer.ok && !UNREADABLE.includes(answer.failure.code)) return answer.failure.code;
    if (!answer.ok) {
      const [only, ...others] = batch;
      if (only !== undefined && others.length === 0) {
        aside.refused.set(only.brought.command.id, { ...only, code: 'other' });
        rest = rest.slice(1);
      }
      most = Math.ceil(batch.length / 2);
      continue;
    }
    if (answer.value === null) return 'refused';
    const results = new Map(answer.value.map((result) => [result.id, result]));
    const open = batch.filter((one) => {
      const { id, complaintId } = one.brought.command;
      const result = results.get(id);
      if (result?.outcome === 'waiting') aside.waiting.add(complaintId);
      if (result?.outcome === 'refused') aside.refused.set(id, { ...one, code: result.code });
      return result === undefined || result.outcome === 'later';
    });
    // Bytes that vanished between come with the next round.
    const missing = answer.value.some((result) => result.outcome === 'later' && result.missing.length > 0);
    if (open.length === batch.length && !missing) return 'later';
    rest = [...open, ...rest.slice(batch.length)];
  }
  return 'done';
}

/** Makes the central service the one that decides. What it has is not sent again; drafts stand on it. */
function switchOver({ stores, joining, clock, newId }: JoiningPorts, { refused, waiting }: Aside): void {
  const { journal } = stores;
  const at = new Date(clock.now()).toISOString();
  const envelope = { complaintId: null, trunkRevision: 0, after: null, attachments: [], composedAt: at };
  // That a complaint was read is no work that could be lost.
  const lost = [...refused.values()].filter(({ brought }) => !isSilent(brought.command.kind));
  const kept = new Set([...waiting, ...lost.map(({ brought }) => brought.command.complaintId)]);
  journal.writeIntoFile(() => {
    journal.session.saveSession(joining);
    journal.session.setJoining(null);
    journal.commands.passFeed(Number.MAX_SAFE_INTEGER);
    const { templates } = journal.standalone.names();
    journal.standalone.end(kept);
    // The templates of the office are no part of any complaint: they are shared anew, on the usual way.
    for (const { name, text } of templates) {
      const share: Command = { ...envelope, id: newId(), kind: 'share_template', payload: { name, text } };
      journal.commands.insert(share, { trackingId: '', title: name }, null);
    }
    for (const one of lost) putAside(stores, one, clock.now());
    journal.drafts.rebaseAll();
    if (lost.length > 0) journal.notices.put({ code: 'joined_partly', at });
    if (waiting.size > 0) journal.notices.put({ code: 'joined_waiting', at });
    if (lost.length + waiting.size === 0) journal.notices.put({ code: 'joined', at });
    journal.log(clock.now(), { event: 'enrolled' });
  });
}

/** What was written stands in "Perlu perhatian" until the officer has decided; the rest is kept with it. */
function putAside(
  { journal }: Stores,
  { brought: { command }, code, trackingId, title }: ToBring & { readonly code: RefusalCode },
  now: number,
): void {
  if (textOf(command).trim() === '') return;
  if (journal.commands.get(command.id) === null)
    journal.commands.insert(command, { trackingId, title }, null);
  journal.commands.setResult({ outcome: 'refused', id: command.id, code, current: null }, now);
}
