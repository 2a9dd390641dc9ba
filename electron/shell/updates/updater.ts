import type { UpdateReadiness } from '#shared/contract/process/backend-process.ts';
import type { UpdateCode } from '#shared/i18n/updates.ts';
import { type PackageFile, type Release, readNote } from '#shared/node/release-note.ts';
import type { updateMemory } from './memory.ts';
import { type Installed, judge } from './offer.ts';
import { checkPackage, keepOnly, type Source, takePackage } from './take-package.ts';

/** What became of a step; `shared/i18n/updates.ts` has a sentence for each code. */
export type Outcome = {
  readonly code: UpdateCode;
  /** Of the release that it is about. */
  readonly version?: string;
  /** The package on this PC. */
  readonly file?: string;
};

export type UpdaterPorts = {
  readonly version: string;
  readonly kind: PackageFile['kind'];
  readonly arch: string;
  /** When this package was built. */
  readonly built: string;
  /** The public keys that it pins. */
  readonly keys: readonly string[];
  /** Where packages are put, and nothing else lies. */
  readonly folder: string;
  readonly memory: ReturnType<typeof updateMemory>;
  /** The office's folder of releases; null: this package has none. */
  readonly feed: Source | null;
  /** Asks the backend: is no text being written, and does a copy of the journal stand? */
  readonly prepare: () => Promise<UpdateReadiness>;
  /** Gives the package to the system. */
  readonly handOver: (
    path: string,
    kind: PackageFile['kind'],
  ) => Promise<'installing' | 'opened' | 'hand_over_failed'>;
  /** The program ends: nothing is installed any more. */
  readonly closing: AbortSignal;
};

type Ready = { readonly release: Release; readonly file: PackageFile; readonly path: string };

/**
 * Takes in releases and installs them. Nothing is installed but a package that a signed note names, checked
 * where it lies right before; never while a text is being written or the program ends; never without a copy
 * of the journal. One step at a time.
 */
export function openUpdater(ports: UpdaterPorts) {
  let ready: Ready | null = null;
  let isBusy = false;

  const alone = async (step: () => Promise<Outcome>): Promise<Outcome> => {
    if (isBusy) return { code: 'busy' };
    isBusy = true;
    try {
      return await step();
    } catch {
      // Only the own folder is written to without a word of its own.
      return { code: 'disk' };
    } finally {
      isBusy = false;
    }
  };

  const take = async (source: Source, staged: boolean): Promise<Outcome> => {
    const note = await source.note();
    if ('code' in note) return { code: note.code };
    const read = readNote(note.text, ports.keys);
    if (!read.ok) return { code: read.code };
    const { release } = read;
    const { version } = release;
    const { id, newest } = ports.memory.read();
    const notBefore = newest > ports.built ? newest : ports.built;
    const judged = judge(release, { ...ports, id, notBefore } satisfies Installed, staged);
    if (judged.ok || judged.code === 'staged_out') ports.memory.believed(release.date);
    if (!judged.ok) {
      if (judged.code === 'current') await keepOnly(ports.folder, []);
      return { code: judged.code, version };
    }
    ready = null;
    const taken = await takePackage(source, ports.folder, judged.file, version);
    if (!taken.ok) return { code: taken.code, version };
    ready = { release, file: judged.file, path: taken.path };
    return { code: 'ready', version };
  };

  return {
    /** The release that is ready to be installed. */
    ready: (): string | null => ready?.release.version ?? null,
    /** Looks into the office's folder of releases. */
    look: (): Promise<Outcome> => {
      const { feed } = ports;
      return feed === null ? Promise.resolve({ code: 'no_source' }) : alone(() => take(feed, true));
    },
    /** Takes a release from another place. Whoever chose it means this PC: no share counts. */
    takeFrom: (source: Source): Promise<Outcome> => alone(() => take(source, false)),
    /** Installs what is ready. */
    install: (): Promise<Outcome> =>
      alone(async () => {
        if (ready === null) return { code: 'current', version: ports.version };
        const { release, file, path } = ready;
        const about = { version: release.version, file: path };
        const state = await ports.prepare();
        if (state !== 'copied') return { code: state, ...about };
        const wrong = await checkPackage(path, file);
        if (wrong !== null) {
          ready = null;
          return { code: wrong, ...about };
        }
        if (ports.closing.aborted) return { code: 'closing', ...about };
        return { code: await ports.handOver(path, file.kind), ...about };
      }),
  };
}
export type Updater = ReturnType<typeof openUpdater>;
