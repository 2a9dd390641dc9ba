import { oc } from '@orpc/contract';

export const STORAGE_PROBLEMS = ['storage_full', 'storage_read_only'] as const;
/**
 * Nothing was written, and what was there before is as it was. `storage_full`: the disk has no room;
 * `storage_read_only`: it takes no change (write protection, rights, a disk that is failing).
 */
export type StorageProblem = (typeof STORAGE_PROBLEMS)[number];
/** HTTP's "insufficient storage". */
export const STORAGE_STATUS = 507;
/** A procedure that writes to the disk of this computer. */
export const writing = oc.errors({
  storage_full: { status: STORAGE_STATUS },
  storage_read_only: { status: STORAGE_STATUS },
});
