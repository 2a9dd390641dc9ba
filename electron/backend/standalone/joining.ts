import type { BroughtReport } from '#shared/contract/central/central.ts';
import { wireComplaint } from '#shared/contract/wire.ts';
import type { Command } from '#shared/domain/commands/command.ts';
import { templateSubject } from '#shared/domain/commands/office-templates.ts';
import type { TimelineEntry } from '#shared/domain/complaint/complaint.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import type { Reports } from '../projection/stores.ts';
import type { Joining, PlacedReport } from '../store/journal/standalone-table.ts';
import type { Answer } from '../sync/http/failure.ts';
import type { FileTransport, Transport } from '../sync/http/transport.ts';
import { aloneComplaint } from './decide.ts';

/** Reports in one request, and bytes of a file in one. */
const REPORTS_AT_ONCE = 25;
const PIECE_BYTES = 256 * 1024;

export type Brought =
  /** Everything is there, and the office is the centre's from now on. */
  | { readonly done: 'joined'; readonly elsewhere: number }
  /** Something was written meanwhile, or no answer came: go on later. `code` null: nothing is wrong. */
  | { readonly done: 'later'; readonly code: string | null };

export type Bringing = {
  readonly reports: Reports;
  readonly transport: Transport;
  readonly joining: Joining;
  readonly now: () => number;
  readonly newId: () => string;
  /** Reports that are there so far, of all. */
  readonly told: (brought: number) => void;
};

/**
 * Brings all reports of the office alone to the centre, with their files first, and then makes the centre the one that
 * decides. Until that last step the office goes on alone; what it does meanwhile is brought too.
 */
export async function bringAll(bringing: Bringing, signal: AbortSignal): Promise<Brought> {
  const { reports, transport, told } = bringing;
  const { alone, commands } = reports.journal;
  const elsewhere = new Set<string>();
  let from = 0;
  let brought = 0;
  for (;;) {
    // The officer has thought better of it.
    if (alone.joining() === null) return { done: 'later', code: null };
    const batch = alone.after(from, REPORTS_AT_ONCE);
    if (batch.length === 0) {
      // In one turn with the look for more: nothing can come between.
      if (commands.counts().anything > 0) return { done: 'later', code: null };
      switchOver(bringing, elsewhere);
      return { done: 'joined', elsewhere: elsewhere.size };
    }
    const sent = batch.map((placed) => asBrought(placed, reports));
    for (const { report } of sent) {
      for (const { attachments } of report.timeline) {
        for (const file of attachments) {
          const up = await bringFile(reports, transport.files, file, signal);
          if (!up.ok) return { done: 'later', code: up.failure.code };
        }
      }
    }
    const answer = await transport.bring(sent, signal);
    if (!answer.ok) return { done: 'later', code: answer.failure.code };
    // Bytes that vanished between: the same batch once more.
    if (answer.value.missing.length > 0) continue;
    for (const id of answer.value.elsewhere) elsewhere.add(id);
    from = batch.at(-1)?.seq ?? from;
    brought += batch.length;
    told(brought);
  }
}

function asBrought({ report: kept }: PlacedReport, { journal, officer }: Reports): BroughtReport {
  const complaint = aloneComplaint(kept, officer());
  const timeline = complaint.timeline.map((entry) => withoutLost(entry, journal));
  const report = wireComplaint({ ...complaint, reporterName: kept.row.reporter_name, timeline });
  const { lapor } = kept;
  if (lapor === null) return { report, lapor: null };
  const { raw_status: rawStatus, status_reason: statusReason, agency_text: agencyText } = lapor;
  return { report, lapor: { rawStatus, statusReason, agencyText } };
}

/** A file whose bytes a damaged disk has taken cannot be brought; the text with it must not wait for ever. */
function withoutLost(entry: TimelineEntry, { files }: Reports['journal']): TimelineEntry {
  const here = (sha256: string): boolean => {
    const file = files.find(sha256);
    return file !== null && file.state !== 'refused';
  };
  return { ...entry, attachments: entry.attachments.filter(({ sha256 }) => here(sha256)) };
}

async function bringFile(
  { journal }: Reports,
  files: FileTransport,
  file: TimelineEntry['attachments'][number],
  signal: AbortSignal,
): Promise<Answer<null>> {
  const done: Answer<null> = { ok: true, value: null };
  const there = await files.has(file.sha256, signal);
  if (!there.ok) return there;
  const stored = journal.files.find(file.sha256);
  if (there.value || stored === null) return done;
  const place = await files.announce(file, signal);
  if (!place.ok) return place;
  if (place.value === null) {
    // The centre does not take it: its text goes without.
    journal.write(() => journal.files.setState(stored.id, 'refused'));
    return done;
  }
  let offset = 0;
  while (offset < stored.size) {
    const bytes = journal.files.read(stored.id, offset, PIECE_BYTES);
    const answer = await files.append(place.value, offset, bytes, signal);
    if (!answer.ok) return answer;
    offset = answer.value ?? stored.size;
  }
  return done;
}

/** From here on the centre decides. What it now has is not sent again; what is begun is written on top of what it has. */
function switchOver({ reports, joining, now, newId }: Bringing, elsewhere: ReadonlySet<string>): void {
  const { journal } = reports;
  const at = new Date(now()).toISOString();
  journal.write(() => {
    const { centralUrl, token, officer } = joining;
    journal.session.saveSession({ centralUrl, token, officer });
    journal.commands.passFeed(Number.MAX_SAFE_INTEGER);
    // The templates of the office are no part of any report: they are shared anew, on the usual way.
    for (const { name, text } of journal.alone.names().templates) {
      const complaintId = templateSubject(name);
      const envelope = {
        id: newId(),
        complaintId,
        trunkRevision: 0,
        after: null,
        attachments: [],
        composedAt: at,
      };
      const share: Command = { ...envelope, kind: 'share_template', payload: { name, text } };
      journal.commands.insert(share, { complaintId, trackingId: '', title: name }, null);
    }
    journal.alone.end(at, elsewhere);
    journal.drafts.rebaseAll();
    journal.notices.put({ code: elsewhere.size === 0 ? 'joined' : 'joined_partly', at });
    journal.log(now(), { event: 'enrolled' });
  });
  keepOnlyOwnAgency(reports);
}
