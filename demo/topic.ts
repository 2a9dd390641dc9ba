import type { Classification } from '#shared/domain/complaint/classification.ts';

/** Title as the admin words it, in Title Case, acronyms too; and the text as the reporter wrote it. */
export type Case = readonly [title: string, body: string];

/** What people write to an agency about; `{desa}`, `{kec}`, `{jalan}` and `{n}` are filled in. */
export type Topic = {
  readonly categoryId: string;
  readonly category: readonly string[];
  readonly classification: Classification;
  readonly cases: readonly [Case, ...Case[]];
  readonly answers: readonly [string, ...string[]];
  readonly notes: readonly string[];
};
