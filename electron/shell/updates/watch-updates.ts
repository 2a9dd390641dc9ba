import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UPDATE_WORDS } from '#shared/i18n/updates.ts';
import { PACKAGE_KINDS } from '#shared/node/release-note.ts';
import type { updateMemory } from './memory.ts';
import { folderSource } from './take-package.ts';
import { both, tell } from './tell.ts';
import type { Outcome, Updater, UpdaterPorts } from './updater.ts';

/** After the start, when the officer has long been at work, ms. */
const FIRST_MS = 60_000;
const AGAIN_MS = 6 * 3_600_000;
/** After a feed that could not be reached, or that had no room; twice as long at most. */
const RETRY_MS = 20 * 60_000;
/** A PC that saves power or bytes looks so seldom, ms: holes are closed by new versions alone. */
const SAVING_MS = 7 * 86_400_000;
/** While a text is being written it is asked so often whether it still is, ms. */
const WRITING_MS = 60_000;

type Box = {
  readonly type: 'info' | 'warning' | 'question';
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
};

export type WatchPorts = {
  readonly updater: Updater;
  readonly prepare: UpdaterPorts['prepare'];
  /** 0 to 1: this PC's own, so that not all ask at the same moment. */
  readonly place: number;
  readonly after: (ms: number, then: () => void) => void;
  readonly now: () => number;
  /** Does this PC save power, or bytes that are paid for? */
  readonly isSaving: () => boolean;
  readonly memory: Pick<ReturnType<typeof updateMemory>, 'read' | 'looked'>;
  /** Somebody can see the window: a box over one that is hidden would be missed. */
  readonly isShown: () => boolean;
  /** Shows a box over the window and answers the button; null: there is no window. */
  readonly ask: (box: Box) => Promise<number | null>;
  /** The file that the officer picks; null: none. */
  readonly pick: (extensions: readonly string[]) => Promise<string | null>;
  /** Shows that something takes its time. */
  readonly busy: (isBusy: boolean) => void;
  readonly log: (message: string) => void;
};

const INSTALL = 0;
/** An outcome that is as it should be. */
const GOOD: readonly Outcome['code'][] = ['current', 'ready', 'opened', 'staged_out'];

/** Looks for newer versions in the background, and offers what is ready; the officer alone installs. */
export function watchUpdates(ports: WatchPorts) {
  const { updater, ask } = ports;
  const offered = new Set<string>();

  const say = async (outcome: Outcome): Promise<void> => {
    const { id, en } = tell(outcome);
    const type = GOOD.includes(outcome.code) ? 'info' : 'warning';
    await ask({ type, message: id, detail: en, buttons: ['OK'] });
  };
  /** Offers the release that is ready. */
  const offer = async (outcome: Outcome): Promise<void> => {
    const { id, en } = tell(outcome);
    const buttons = [both(UPDATE_WORDS.install), both(UPDATE_WORDS.later)];
    if ((await ask({ type: 'question', message: id, detail: en, buttons })) !== INSTALL) return;
    const installed = await updater.install();
    if (installed.code !== 'installing') await say(installed);
  };
  /** Unasked: never over a text that is being written, nor where nobody sees it. */
  const offerInPeace = async (outcome: Outcome): Promise<void> => {
    if (!ports.isShown()) return ports.after(WRITING_MS, () => void offerInPeace(outcome));
    const readiness = await ports.prepare();
    if (readiness === 'writing') ports.after(WRITING_MS, () => void offerInPeace(outcome));
    else if (readiness === 'copied') await offer(outcome);
    // The next round offers it again.
    else offered.delete(outcome.version ?? '');
  };
  const round = async (): Promise<void> => {
    const sinceLook = Math.abs(ports.now() - ports.memory.read().looked);
    if (ports.isSaving() && sinceLook < SAVING_MS) return ports.after(RETRY_MS, () => void round());
    const outcome = await updater.look();
    if (outcome.code === 'no_source') return;
    const version = outcome.version ?? '';
    ports.log(`updates: ${outcome.code} ${version}`);
    const isOut = outcome.code === 'no_connection' || outcome.code === 'busy';
    if (!isOut) ports.memory.looked(ports.now());
    ports.after(isOut ? RETRY_MS * (1 + ports.place) : AGAIN_MS, () => void round());
    if (outcome.code !== 'ready' || offered.has(version)) return;
    offered.add(version);
    await offerInPeace(outcome);
  };

  const asked = async (step: Promise<Outcome>): Promise<void> => {
    ports.busy(true);
    const outcome = await step.finally(() => ports.busy(false));
    await (outcome.code === 'ready' ? offer(outcome) : say(outcome));
  };
  return {
    /** Begins to look by itself. */
    watch: (): void => ports.after(FIRST_MS, () => void round()),
    /** The officer asks. */
    look: (): Promise<void> => asked(updater.look()),
    /** The officer brings a release: its note, or a package beside its note. */
    fromFile: async (): Promise<void> => {
      const picked = await ports.pick(['json', ...PACKAGE_KINDS]);
      if (picked === null) return;
      const folder = statSync(picked, { throwIfNoEntry: false })?.isDirectory() ? picked : dirname(picked);
      await asked(updater.takeFrom(folderSource(folder)));
    },
  };
}
/** What the officer may ask of updates. */
export type UpdateCommands = { readonly look: () => void; readonly fromFile: () => void };
