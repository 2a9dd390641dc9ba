import { isDeepStrictEqual } from 'node:util';
import { sha256Of } from '../../electron/backend/store/journal/file-table.ts';
import { type ManualClock, manualClock } from '../../electron/backend/testing/manual-clock.ts';
import { ScriptedCentral } from '../../electron/backend/testing/scripted-central.ts';
import { checkScreen, type Violate } from '../simulation/invariants.ts';
import { type Line, type MatrixBackend, openMatrixBackend } from './crash-matrix-backend.ts';
import type { Ledger } from './crash-matrix-ledger.ts';
import type { World } from './crash-matrix-play.ts';

const MOST_CYCLES = 40;
/** Each cycle writes to the journal, whose log is cleared away soon after: that alarm brings nothing else on. */
const SHORTEST_CYCLE_MS = 10_000;

/**
 * Starts the app again on what a crash has left: without a connection first, then with one until nothing is
 * left to do.
 */
export async function checkStart(dataDir: string, world: World, violate: Violate): Promise<void> {
  const clock = manualClock(world.now);
  const central = new ScriptedCentral(clock.now);
  central.load(world.central);
  const line: Line = { open: false, sent: new Map(world.sent) };
  const backend = await openMatrixBackend(dataDir, clock, central, line);
  try {
    await backend.settle();
    await checkScreen(backend.api, violate);
    await checkKept(backend, world.ledger, violate);
    line.open = true;
    if (!(await converge(backend, clock))) {
      violate('everything converges', JSON.stringify(await backend.api.sync.status()));
    }
    await checkScreen(backend.api, violate);
    await checkDelivered(backend, world.ledger, central, line, violate);
    for (const fault of backend.faults) violate('nothing fails on the PC', fault);
  } finally {
    await backend.backend.close();
  }
}

/** Before anybody was asked: everything confirmed is on this computer, in one place. */
async function checkKept(backend: MatrixBackend, ledger: Ledger, violate: Violate): Promise<void> {
  const here = [...(await backend.api.draft.list()), ...(await backend.api.outbox.list())];
  const texts = here.map(({ text }) => text);
  for (const [word, confirmed] of ledger.words) {
    const found = texts.filter((text) => text.includes(word)).length;
    if (confirmed && found === 0) violate('nothing typed is lost', `${word}, before there was a connection`);
    if (found > 1) violate('nothing happens twice', `${word}: ${found} times on this computer`);
  }
  for (const [sha256, word] of ledger.files) {
    const files = here.find(({ text }) => text.includes(word))?.attachments ?? [];
    if (files.filter((file) => file.sha256 === sha256).length !== 1 && ledger.words.get(word) === true)
      violate('a file stays with its text', `${sha256} of ${word}`);
  }
  const { theme } = await backend.api.settings.get();
  if (!ledger.themes.includes(theme)) violate('what was set stays set', theme);
}

async function converge(backend: MatrixBackend, clock: ManualClock): Promise<boolean> {
  for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
    await backend.api.sync.now();
    await backend.settle();
    const { phase, undelivered } = await backend.api.sync.status();
    const { officer } = await backend.api.session.get();
    if (phase === 'waiting' && undelivered === 0 && officer !== null) return true;
    const alarm = clock.nextAlarm();
    if (alarm !== null) clock.advance(Math.max(SHORTEST_CYCLE_MS, alarm - clock.now()));
    await backend.settle();
  }
  return false;
}

async function checkDelivered(
  backend: MatrixBackend,
  ledger: Ledger,
  central: ScriptedCentral,
  line: Line,
  violate: Violate,
): Promise<void> {
  const there = central.executed.map((id) => line.sent.get(id) ?? '');
  const outbox = await backend.api.outbox.list();
  const kept = outbox.filter(({ delivery }) => delivery.state !== 'accepted');
  const here = [...(await backend.api.draft.list()), ...kept].map(({ text }) => text);
  for (const [word, confirmed] of ledger.words) {
    const found = [...there, ...here].filter((text) => text.includes(word)).length;
    if (confirmed && found === 0) violate('nothing typed is lost', word);
    if (found > 1) violate('nothing happens twice', `${word}: ${found} times`);
  }
  for (const { id, attachments, delivery } of outbox) {
    const times = central.executed.filter((other) => other === id).length;
    if (delivery.state === 'accepted' && times !== 1)
      violate('an accepted command is carried out once', `${id}: ${times} times`);
    for (const { sha256 } of delivery.state === 'accepted' ? attachments : []) {
      const bytes = central.files.whole.get(sha256);
      if (bytes === undefined || sha256Of(bytes) !== sha256)
        violate('an accepted file is whole at the central service', `${id}: ${sha256}`);
    }
  }
  for (const [id, complaint] of central.complaints) {
    const view = await backend.api.case.get({ id });
    if (!isDeepStrictEqual(view?.complaint, complaint))
      violate('the PC has what the central service has', id);
  }
  const { rows } = await backend.api.queue.page({ view: 'all', after: null, limit: 200 });
  for (const { id } of rows) {
    const ours = (await backend.api.case.get({ id }))?.ours === true;
    if (ours !== central.complaints.has(id))
      violate('the PC has what the central service has', `${id} is ours: ${ours}`);
  }
}
