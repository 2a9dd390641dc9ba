import { STORAGE_PROBLEMS, type StorageProblem } from '#shared/contract/window/storage.ts';

/** Why the disk did not take it. Null: the call failed for another reason. */
export function storageProblemOf(error: unknown): StorageProblem | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  return STORAGE_PROBLEMS.find((problem) => problem === code) ?? null;
}
