import type { ImportSummary } from '#shared/contract/window/standalone.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { agencyIdOf } from '../../../lapor/agency-name.ts';
import { importMessage } from '../../../lapor/import/messages.ts';
import { type ImportRun, importRows, importSlot } from '../standalone/apply-import.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import { type BackendContext, isoNow, settingsNow } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import { askForAccess, beginSession } from './session.ts';

export function standaloneHandlers(
  os: WindowApi['standalone'],
  context: BackendContext,
  closing: AbortSignal,
) {
  const { feedGrown, hub, joiner, journal, officer, policy } = context;
  const { session, visits, writeIntoFile } = journal;
  const slot = importSlot();
  const runImport = async ({ ours, apply }: Pick<ImportRun, 'ours' | 'apply'>): Promise<ImportSummary> => {
    const { language } = settingsNow(context);
    const read = await slot.read();
    if (!('rows' in read)) return { ok: false, reason: importMessage(language, read) };
    return importRows(read, { journal, officer: officer(), language, ours, apply, at: isoNow(context) });
  };
  return {
    /** From here on this computer decides. */
    begin: os.begin.handler(({ input }) => {
      // To work alone is to have another central service than the one that IT has named.
      const isClosed = policy.centralUrl !== undefined || policy.problem !== null;
      if (session.session() !== null || isClosed) return { ok: false };
      const name = input.agency.trim();
      const agency = { id: agencyIdOf({ name, laporId: null }), name };
      const officer: Officer = { id: context.newId(), name: input.name.trim(), role: 'penghubung', agency };
      writeIntoFile(() => {
        session.saveSession({ centralUrl: STANDALONE_PREFIX, token: '', officer });
        visits.seen(isoNow(context));
      });
      beginSession(context);
      return { ok: true };
    }),
    beginImport: os.beginImport.handler(({ input }) => ({ ok: slot.begin(input.size) })),
    appendImport: os.appendImport.handler(
      silent(({ input }) => slot.append(input.offset, Buffer.from(input.bytes, 'base64'))),
    ),
    previewImport: os.previewImport.handler(({ input: { ours } }) => runImport({ ours, apply: false })),
    applyImport: os.applyImport.handler(async ({ input: { ours } }) => {
      const summary = await runImport({ ours, apply: true });
      if (summary.ok) {
        slot.clear();
        feedGrown();
      }
      return summary;
    }),
    /** Access to a central service; until the complaints are there the office goes on alone. */
    join: os.join.handler(async ({ input }) => {
      const answer = await askForAccess(context, { ...input, joining: true }, closing);
      if (!answer.ok) return answer;
      const { token, officer } = answer;
      writeIntoFile(() => session.setJoining({ centralUrl: input.centralUrl, token, officer }));
      hub.publish(['session'], []);
      joiner.go();
      return { ok: true, officer };
    }),
    cancelJoin: os.cancelJoin.handler(silent(() => joiner.cancel())),
  };
}
