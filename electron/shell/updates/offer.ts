import { createHash } from 'node:crypto';
import type { PackageFile, Release } from '#shared/node/release-note.ts';

/** What is installed on this PC, and what it has seen. */
export type Installed = {
  readonly version: string;
  readonly kind: PackageFile['kind'];
  readonly arch: string;
  /** The PC's own number, drawn once. */
  readonly id: string;
  /** When the newest note that was ever believed here was signed, or this package built: none before it. */
  readonly notBefore: string;
};

type Refusal = 'current' | 'older_version' | 'older_date' | 'staged_out' | 'no_package';
export type Judgement =
  | { readonly ok: true; readonly file: PackageFile }
  | { readonly ok: false; readonly code: Refusal };

/** Whether a release, whose signature holds, is one for this PC. `staged`: its share counts. */
export function judge(release: Release, installed: Installed, staged: boolean): Judgement {
  const step = compareVersions(release.version, installed.version);
  if (step === 0) return { ok: false, code: 'current' };
  if (step < 0) return { ok: false, code: 'older_version' };
  if (release.date < installed.notBefore) return { ok: false, code: 'older_date' };
  if (staged && placeInRollOut(installed.id, release.version) >= release.share) {
    return { ok: false, code: 'staged_out' };
  }
  const file = release.files.find(({ kind, arch }) => kind === installed.kind && arch === installed.arch);
  return file === undefined ? { ok: false, code: 'no_package' } : { ok: true, file };
}

/** Above 0: `a` is newer than `b`, below: older. Each part counts as a number: 0.10.0 is newer than 0.9.0. */
function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** From 0 to below 1: the same for a PC and a version, another for each version: nobody is always first. */
export function placeInRollOut(id: string, version: string): number {
  return createHash('sha256').update(`${id} ${version}`).digest().readUInt32BE() / 2 ** 32;
}
