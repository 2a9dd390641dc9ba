import type { ImportSummary } from '#shared/contract/window/standalone.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { agencyIdOf } from '../../../lapor/agency-name.ts';
import { importMessage } from '../../../lapor/import/messages.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { applyImport, type ImportRun, previewImport } from '../standalone/apply-import.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import type { BackendContext } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import { askForAccess, type EnrolInput, type Enrolled } from './session.ts';

/** From here on this computer decides. */
function beginStandalone(
  context: BackendContext,
  input: { readonly name: string; readonly agency: string },
): { ok: boolean } {
  const { stores, hub, sync } = context;
  if (stores.journal.session.session() !== null) return { ok: false };
  const [name, agency] = [input.name.trim(), input.agency.trim()];
  const officer: Officer = {
    id: context.newId(),
    name,
    role: 'penghubung',
    agency: { id: agencyIdOf({ name: agency, laporId: null }), name: agency },
  };
  stores.journal.write(() => {
    stores.journal.session.saveSession({ centralUrl: STANDALONE_PREFIX, token: '', officer });
    stores.journal.visits.seen(new Date(context.clock.now()).toISOString());
  });
  keepOnlyOwnAgency(stores);
  hub.publish(['session', 'sync', 'queue', 'case'], null);
  sync.send({ type: 'signed_in' });
  return { ok: true };
}

async function takeImport(context: BackendContext, ours: ImportRun['ours']): Promise<ImportSummary> {
  const summary = await importWith(context, ours, applyImport);
  if (summary.ok) {
    context.standalone.slot.clear();
    context.standalone.grown();
  }
  return summary;
}

async function importWith(
  { stores, standalone, clock }: BackendContext,
  ours: ImportRun['ours'],
  run: typeof applyImport,
): Promise<ImportSummary> {
  const { journal, officer } = stores;
  const { language } = journal.settings.get();
  const read = await standalone.slot.read();
  if (!('rows' in read)) return { ok: false, reason: importMessage(language, read) };
  const at = new Date(clock.now()).toISOString();
  return run(read, { journal, officer: officer(), language, ours, at });
}

/** Access to a central service for a standalone office; until its complaints are there it goes on alone. */
async function joinCentral(
  context: BackendContext,
  input: EnrolInput,
  signal: AbortSignal,
): Promise<Enrolled> {
  const answer = await askForAccess(context, input, signal);
  if (!answer.ok) return answer;
  const { journal } = context.stores;
  const { token, officer } = answer;
  journal.write(() => journal.session.setJoining({ centralUrl: input.centralUrl, token, officer }));
  context.hub.publish(['session'], []);
  context.standalone.joiner.go();
  return { ok: true, officer };
}

export function standaloneHandlers(
  os: WindowApi['standalone'],
  context: BackendContext,
  closing: AbortSignal,
) {
  const { slot, joiner } = context.standalone;
  return {
    begin: os.begin.handler(({ input }) => beginStandalone(context, input)),
    beginImport: os.beginImport.handler(({ input }) => ({ ok: slot.begin(input.size) })),
    appendImport: os.appendImport.handler(
      silent(({ input }) => slot.append(input.offset, Buffer.from(input.bytes, 'base64'))),
    ),
    previewImport: os.previewImport.handler(({ input }) => importWith(context, input.ours, previewImport)),
    applyImport: os.applyImport.handler(({ input }) => takeImport(context, input.ours)),
    join: os.join.handler(({ input }) => joinCentral(context, input, closing)),
    cancelJoin: os.cancelJoin.handler(silent(() => joiner.cancel())),
  };
}
