import type { ExportSlot } from './import-slot.ts';
import type { Joiner } from './joiner.ts';

/** What a desk has besides, for an office without a central service. */
export type AloneDesk = {
  readonly slot: ExportSlot;
  readonly joiner: Joiner;
  /** Reports came in: the sync engine is to hear of it. */
  readonly grown: () => void;
};
