import type { ImportSummary } from '#shared/contract/window/standalone.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { agencyIdOf } from '../../../lapor/agency-name.ts';
import { importMessage } from '../../../lapor/import/messages.ts';
import { type ImportRun, importRows } from '../standalone/apply-import.ts';
import { importSlot } from '../standalone/import-slot.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import { type BackendContext, isoNow } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import { askForAccess, beginSession, type EnrolInput, type Enrolled } from './session.ts';

/** From here on this computer decides. */
function beginStandalone(context: BackendContext, input: { name: string; agency: string }): boolean {
  const { session, visits, write } = context.journal;
  if (session.session() !== null) return false;
  const name = input.agency.trim();
  const agency = { id: agencyIdOf({ name, laporId: null }), name };
  const officer: Officer = { id: context.newId(), name: input.name.trim(), role: 'penghubung', agency };
  write(() => {
    session.saveSession({ centralUrl: STANDALONE_PREFIX, token: '', officer });
    visits.seen(isoNow(context));
  });
  beginSession(context);
  return true;
}

async function runImport(
  context: BackendContext,
  slot: ReturnType<typeof importSlot>,
  { ours, apply }: Pick<ImportRun, 'ours' | 'apply'>,
): Promise<ImportSummary> {
  const { journal, officer } = context;
  const { language } = journal.settings.get();
  const read = await slot.read();
  if (!('rows' in read)) return { ok: false, reason: importMessage(language, read) };
  return importRows(read, { journal, officer: officer(), language, ours, apply, at: isoNow(context) });
}

/** Access to a central service for a standalone office; until its complaints are there it goes on alone. */
async function joinCentral(
  context: BackendContext,
  input: EnrolInput,
  signal: AbortSignal,
): Promise<Enrolled> {
  const answer = await askForAccess(context, input, signal);
  if (!answer.ok) return answer;
  const { journal } = context;
  const { token, officer } = answer;
  journal.write(() => journal.session.setJoining({ centralUrl: input.centralUrl, token, officer }));
  context.hub.publish(['session'], []);
  context.joiner.go();
  return { ok: true, officer };
}

export function standaloneHandlers(
  os: WindowApi['standalone'],
  context: BackendContext,
  closing: AbortSignal,
) {
  const { joiner, feedGrown } = context;
  const slot = importSlot();
  return {
    begin: os.begin.handler(({ input }) => ({ ok: beginStandalone(context, input) })),
    beginImport: os.beginImport.handler(({ input }) => ({ ok: slot.begin(input.size) })),
    appendImport: os.appendImport.handler(
      silent(({ input }) => slot.append(input.offset, Buffer.from(input.bytes, 'base64'))),
    ),
    previewImport: os.previewImport.handler(({ input: { ours } }) =>
      runImport(context, slot, { ours, apply: false }),
    ),
    applyImport: os.applyImport.handler(async ({ input: { ours } }) => {
      const summary = await runImport(context, slot, { ours, apply: true });
      if (summary.ok) {
        slot.clear();
        feedGrown();
      }
      return summary;
    }),
    join: os.join.handler(({ input }) => joinCentral(context, input, closing)),
    cancelJoin: os.cancelJoin.handler(silent(() => joiner.cancel())),
  };
}
