import { type BroughtComplaint, MAX_BROUGHT } from '#shared/contract/central/central.ts';
import type { Command } from '#shared/domain/commands/command.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import type { Stores } from '../projection/stores.ts';
import type { PlacedComplaint } from '../store/journal/standalone-table.ts';
import type { StoredSession } from '../store/settings/session-table.ts';
import type { FailureCode } from '../sync/http/failure.ts';
import { standaloneComplaint } from './decide.ts';
import { type UploadFilesPorts, uploadFiles } from './upload-files.ts';

/** `joined`: the central service decides from now on. `later`: go on soon. Else why no answer came. */
type JoinOutcome = 'joined' | 'later' | FailureCode;

type JoiningPorts = Omit<UploadFilesPorts, 'journal' | 'wanted'> & {
  readonly stores: Stores;
  readonly joining: StoredSession;
  readonly newId: () => string;
  /** How many complaints are there so far. */
  readonly progressed: (brought: number) => void;
};

/**
 * Brings all complaints of a standalone office to the central service, with their files first, and then makes
 * the central service the one that decides. Until that last step the office goes on alone; what it does
 * meanwhile is brought too.
 */
export async function joinCentral(ports: JoiningPorts, signal: AbortSignal): Promise<JoinOutcome> {
  const { stores, transport, joining } = ports;
  const { standalone, commands, session } = stores.journal;
  const elsewhere = new Set<string>();
  // The officer may have thought better of it, or have chosen another central service.
  const wanted = (): boolean => session.joining()?.token === joining.token;
  let from = 0;
  let brought = 0;
  while (wanted()) {
    const batch = standalone.after(from, MAX_BROUGHT);
    if (batch.length === 0) {
      // In one turn with the look for more: nothing can come between.
      if (commands.counts().anything > 0) return 'later';
      switchOver(ports, elsewhere);
      return 'joined';
    }
    const sent = batch.map((placed) => toAdopt(placed, stores));
    const files = sent.flatMap(({ report: brought }) =>
      brought.timeline.flatMap(({ attachments }) => attachments),
    );
    const end = await uploadFiles(files, { ...ports, journal: stores.journal, wanted }, signal);
    if (end !== 'done') return end === 'stopped' ? 'later' : end;
    const answer = await transport.adopt(sent, signal);
    if (!answer.ok) return answer.failure.code;
    // Bytes that vanished between: the same batch once more.
    if (answer.value.missing.length > 0) continue;
    for (const id of answer.value.elsewhere) elsewhere.add(id);
    from = batch.at(-1)?.seq ?? from;
    brought += batch.length;
    ports.progressed(brought);
  }
  return 'later';
}

function toAdopt({ report: kept }: PlacedComplaint, { journal, officer }: Stores): BroughtComplaint {
  const complaint = standaloneComplaint(kept, officer());
  const timeline = complaint.timeline.map((entry) => withoutLost(entry, journal));
  const brought = { ...complaint, reporterName: kept.row.reporterName, timeline };
  if (kept.lapor === null) return { report: brought, lapor: null };
  const { complaintId: _, ...lapor } = kept.lapor;
  return { report: brought, lapor };
}

/** A file whose bytes a damaged disk has taken cannot be brought; the text with it must not wait for ever. */
function withoutLost(entry: TimelineEntry, { files }: Stores['journal']): TimelineEntry {
  const isLost = (sha256: string): boolean => (files.find(sha256)?.state ?? 'refused') === 'refused';
  return { ...entry, attachments: entry.attachments.filter(({ sha256 }) => !isLost(sha256)) };
}

/** Makes the central service the one that decides. What it has is not sent again; drafts stand on it. */
function switchOver({ stores, joining, clock, newId }: JoiningPorts, elsewhere: ReadonlySet<string>): void {
  const { journal } = stores;
  const at = new Date(clock.now()).toISOString();
  const envelope = { complaintId: null, trunkRevision: 0, after: null, attachments: [], composedAt: at };
  journal.write(() => {
    journal.session.saveSession(joining);
    journal.session.setJoining(null);
    journal.commands.passFeed(Number.MAX_SAFE_INTEGER);
    // The templates of the office are no part of any complaint: they are shared anew, on the usual way.
    for (const { name, text } of journal.standalone.names().templates) {
      const share: Command = { ...envelope, id: newId(), kind: 'share_template', payload: { name, text } };
      journal.commands.insert(share, { trackingId: '', title: name }, null);
    }
    journal.standalone.end(at, elsewhere);
    journal.drafts.rebaseAll();
    journal.notices.put({ code: elsewhere.size === 0 ? 'joined' : 'joined_partly', at });
    journal.log(clock.now(), { event: 'enrolled' });
  });
  keepOnlyOwnAgency(stores);
}
