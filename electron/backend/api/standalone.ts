import type * as z from 'zod';
import type { ExportLaid, exportLaid } from '#shared/contract/window/standalone.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { agencyIdOf } from '../../../lapor/agency-name.ts';
import { importMessage } from '../../../lapor/import/messages.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { applyExport, type Laying, previewExport } from '../standalone/apply-import.ts';
import { ALONE } from '../store/settings/session-table.ts';
import type { Desk } from './context.ts';
import { askForAccess, type EnrolInput, type Enrolled } from './session.ts';

/** From here on this computer decides. */
export function beginAlone(desk: Desk, said: { readonly name: string; readonly agency: string }) {
  const { reports, hub, engine } = desk;
  if (reports.journal.session.session() !== null) return { ok: false };
  const [name, agency] = [said.name.trim(), said.agency.trim()];
  const officer: Officer = {
    id: desk.newId(),
    name,
    role: 'penghubung',
    agency: { id: agencyIdOf({ name: agency, laporId: null }), name: agency },
  };
  reports.journal.write(() => {
    reports.journal.session.saveSession({ centralUrl: ALONE, token: '', officer });
    reports.journal.visits.seen(new Date(desk.clock.now()).toISOString());
  });
  keepOnlyOwnAgency(reports);
  hub.publish(['session', 'sync', 'queue', 'case'], null);
  engine.send({ type: 'signed_in' });
  return { ok: true };
}

export function previewOfExport(desk: Desk, ours: readonly string[] | null): Promise<ExportLaid> {
  return layWith(desk, ours, previewExport);
}

export async function layExport(desk: Desk, ours: readonly string[] | null): Promise<ExportLaid> {
  const laid = await layWith(desk, ours, applyExport);
  if (laid.ok) {
    desk.alone.slot.clear();
    desk.alone.grown();
  }
  return laid;
}

async function layWith(
  desk: Desk,
  ours: Laying['ours'],
  lay: typeof applyExport,
): Promise<z.infer<typeof exportLaid>> {
  const { journal, officer } = desk.reports;
  const { language } = journal.settings.get();
  const read = await desk.alone.slot.read();
  if (!('rows' in read)) return { ok: false, reason: importMessage(language, read) };
  return lay(read, {
    journal,
    officer: officer(),
    language,
    ours,
    at: new Date(desk.clock.now()).toISOString(),
  });
}

/** Access to a centre for an office that works alone; until its reports are there it goes on alone. */
export async function joinCentre(desk: Desk, input: EnrolInput, signal: AbortSignal): Promise<Enrolled> {
  const answer = await askForAccess(desk, input, signal);
  if (!answer.ok) return answer;
  const { session } = desk.reports.journal;
  const { token, officer } = answer;
  desk.reports.journal.write(() => session.setJoining({ centralUrl: input.centralUrl, token, officer }));
  desk.hub.publish(['session'], []);
  desk.alone.joiner.go();
  return { ok: true, officer: officer as Extract<Enrolled, { ok: true }>['officer'] };
}
