import type { BroughtComplaint } from '#shared/contract/central/central.ts';
import type { Command } from '#shared/domain/commands/command.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import type { Stores } from '../projection/stores.ts';
import type { PlacedComplaint } from '../store/journal/standalone-table.ts';
import type { StoredSession } from '../store/settings/session-table.ts';
import { standaloneComplaint } from './decide.ts';
import { type UploadFilesPorts, uploadFiles } from './upload-files.ts';

/** Complaints in one request. */
const COMPLAINTS_AT_ONCE = 25;

export type JoinOutcome =
  /** Everything is there, and the central service decides from now on. */
  | { readonly done: 'joined' }
  /** Something was written meanwhile, or no answer came: go on later. `code` null: nothing is wrong. */
  | { readonly done: 'later'; readonly code: string | null };

export type JoiningPorts = Omit<UploadFilesPorts, 'journal' | 'wanted'> & {
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
    const batch = standalone.after(from, COMPLAINTS_AT_ONCE);
    if (batch.length === 0) {
      // In one turn with the look for more: nothing can come between.
      if (commands.counts().anything > 0) return LATER;
      switchOver(ports, elsewhere);
      return { done: 'joined' };
    }
    const sent = batch.map((placed) => toAdopt(placed, stores));
    const files = sent.flatMap(({ report: brought }) =>
      brought.timeline.flatMap(({ attachments }) => attachments),
    );
    const end = await uploadFiles(files, { ...ports, journal: stores.journal, wanted }, signal);
    if (end !== 'done') return end === 'stopped' ? LATER : { done: 'later', code: end };
    const answer = await transport.adopt(sent, signal);
    if (!answer.ok) return { done: 'later', code: answer.failure.code };
    // Bytes that vanished between: the same batch once more.
    if (answer.value.missing.length > 0) continue;
    for (const id of answer.value.elsewhere) elsewhere.add(id);
    from = batch.at(-1)?.seq ?? from;
    brought += batch.length;
    ports.progressed(brought);
  }
  return LATER;
}

const LATER: JoinOutcome = { done: 'later', code: null };

function toAdopt({ report: kept }: PlacedComplaint, { journal, officer }: Stores): BroughtComplaint {
  const complaint = standaloneComplaint(kept, officer());
  const timeline = complaint.timeline.map((entry) => withoutLost(entry, journal));
  const brought = { ...complaint, reporterName: kept.row.reporterName, timeline };
  const { lapor } = kept;
  if (lapor === null) return { report: brought, lapor: null };
  const { rawStatus, statusReason, agencyText } = lapor;
  return { report: brought, lapor: { rawStatus, statusReason, agencyText } };
}

/** A file whose bytes a damaged disk has taken cannot be brought; the text with it must not wait for ever. */
function withoutLost(entry: TimelineEntry, { files }: Stores['journal']): TimelineEntry {
  const here = (sha256: string): boolean => {
    const file = files.find(sha256);
    return file !== null && file.state !== 'refused';
  };
  return { ...entry, attachments: entry.attachments.filter(({ sha256 }) => here(sha256)) };
}

/**
 * Makes the central service the one that decides. What it has is not sent again; drafts are based on what it
 * has.
 */
function switchOver({ stores, joining, clock, newId }: JoiningPorts, elsewhere: ReadonlySet<string>): void {
  const { journal } = stores;
  const at = new Date(clock.now()).toISOString();
  journal.write(() => {
    journal.session.saveSession(joining);
    journal.session.setJoining(null);
    journal.commands.passFeed(Number.MAX_SAFE_INTEGER);
    // The templates of the office are no part of any complaint: they are shared anew, on the usual way.
    for (const { name, text } of journal.standalone.names().templates) {
      const envelope = {
        id: newId(),
        complaintId: null,
        trunkRevision: 0,
        after: null,
        attachments: [],
        composedAt: at,
      };
      const share: Command = { ...envelope, kind: 'share_template', payload: { name, text } };
      journal.commands.insert(share, { trackingId: '', title: name }, null);
    }
    journal.standalone.end(at, elsewhere);
    journal.drafts.rebaseAll();
    journal.notices.put({ code: elsewhere.size === 0 ? 'joined' : 'joined_partly', at });
    journal.log(clock.now(), { event: 'enrolled' });
  });
  keepOnlyOwnAgency(stores);
}
