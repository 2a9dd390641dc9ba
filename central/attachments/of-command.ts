import { type Attachment, safeName } from '#shared/domain/complaint/attachment.ts';
import { findFiles, findRejected, type HeldFile } from '../store/attachments.ts';
import type { Tx } from '../store/database.ts';

/** What is here of the files that a command names. */
export type CommandFiles = {
  readonly held: ReadonlyMap<string, HeldFile>;
  /** SHA-256 of those whose bytes must come first. */
  readonly missing: readonly string[];
  /** None was rejected, and the bytes are of the type and size that the command says. */
  readonly good: boolean;
};

export async function lookForFiles(
  tx: Tx,
  viewer: string,
  named: readonly Attachment[],
): Promise<CommandFiles> {
  if (named.length === 0) return { held: new Map(), missing: [], good: true };
  const wanted = [...new Set(named.map(({ sha256 }) => sha256))];
  const held = await findFiles(tx, viewer, wanted);
  const absent = wanted.filter((sha256) => !held.has(sha256));
  const rejected = absent.length === 0 ? new Set<string>() : await findRejected(tx, viewer, absent);
  const agrees = ({ sha256, type, size }: Attachment): boolean => {
    const file = held.get(sha256);
    return file?.type === type && file.size === size;
  };
  return { held, missing: absent.filter((sha256) => !rejected.has(sha256)), good: named.every(agrees) };
}

/** The client names its files safely; the central service does not rely on it. */
export function safelyNamed({ sha256, name, type, size }: Attachment): Attachment {
  return { sha256, name: safeName(name, type), type, size };
}
