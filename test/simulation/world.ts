import type { Random } from '../../demo/random.ts';
import type { Centre } from './central.ts';
import type { Violate } from './invariants.ts';
import type { SimulatedOfficer } from './officer.ts';

export type World = {
  readonly centre: Centre;
  readonly officers: readonly SimulatedOfficer[];
  readonly strays: (() => Promise<void>)[];
  readonly advance: (ms: number) => void;
  readonly nextAlarm: () => number | null;
  readonly now: () => number;
  readonly random: Random;
  readonly violate: Violate;
  /** From now on another PC works with this copy of the folder of one. */
  readonly clone: (of: SimulatedOfficer, copy: string) => Promise<void>;
};
