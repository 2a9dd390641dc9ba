import { oc } from '@orpc/contract';
import * as z from 'zod';
import { line, list, record, text, time } from '../../domain/schema.ts';

/** Most UTF-16 units of a log that are shown: its newest lines. */
export const SHOWN_LOG = 60_000;

/** A file for whoever looks for a fault: no text, no name, no number of a complaint, no token. */
export const diagnosticFile = z.object({ name: line, text });
export type DiagnosticFile = z.infer<typeof diagnosticFile>;

const EVIDENCE_KINDS = ['simulation', 'crash_matrix', 'deadlines', 'speed'] as const;

/** A run that tried the program. `commit`: the state of its code; null: that is not known, or was changed. */
export const evidenceRun = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  command: line,
  at: time,
  seconds: z.number(),
  commit: line.nullable(),
  passed: z.boolean(),
  figures: record(z.number(), 1_000),
});
export type EvidenceRun = z.infer<typeof evidenceRun>;

/** `commit`: of the program that shows it; a run of another one says less. */
export const evidence = z.object({ commit: line.nullable(), runs: list(evidenceRun, 20) });
export type Evidence = z.infer<typeof evidence>;

export const diagnosticsContract = {
  /** Nothing is sent: the officer reads it and hands it on. */
  collect: oc.output(list(diagnosticFile, 20)),
  /** Null: this program was packed without. */
  evidence: oc.output(evidence.nullable()),
};
