import type { Classification } from '#shared/domain/complaint.ts';

/** What people write to an OPD about; `{desa}`, `{kec}`, `{jalan}` and `{n}` are filled in. */
export type Topic = {
  readonly categoryId: string;
  readonly category: readonly string[];
  readonly classification: Classification;
  /** As the admin words it, in Title Case, acronyms too. */
  readonly titles: readonly [string, ...string[]];
  /** As the reporter wrote it. */
  readonly bodies: readonly [string, ...string[]];
  readonly answers: readonly [string, ...string[]];
  readonly notes: readonly string[];
};
