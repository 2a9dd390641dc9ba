import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { DeadlineBasis } from '#shared/domain/deadlines/clocks.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import type { ReferenceData } from '../store/cache/reference-table.ts';
import { FACTS_VERSION } from './queue-facts.ts';

/** The reference data that holds until the central service has sent its own. */
export const BUILT_IN_REFERENCE: ReferenceData = {
  holidays: BUILT_IN_HOLIDAYS,
  rules: BUILT_IN_RULES,
  agencies: [],
  colleagues: [],
  templates: [],
};

/** `fingerprint` tells whether derived columns were computed with these rules and holidays. */
export type Basis = DeadlineBasis & {
  readonly holidays: ReferenceData['holidays'];
  readonly fingerprint: string;
};

/** A calendar costs some ms, and the first page of a feed asks for it three times: the last one is kept. */
let last: Basis | null = null;

export function basisOf({ holidays, rules }: ReferenceData): Basis {
  const fingerprint = JSON.stringify([FACTS_VERSION, holidays, rules]);
  if (last?.fingerprint !== fingerprint) last = basisBy(fingerprint, { holidays, rules });
  return last;
}

/** The basis of a fingerprint; null when the facts were derived in another way, so that nothing compares. */
export function basisOfFingerprint(fingerprint: string): Basis | null {
  try {
    const [version, holidays, rules] = JSON.parse(fingerprint);
    return version === FACTS_VERSION ? basisBy(fingerprint, { holidays, rules }) : null;
  } catch {
    return null;
  }
}

function basisBy(fingerprint: string, { holidays, rules }: Pick<ReferenceData, 'holidays' | 'rules'>): Basis {
  return { rules, holidays, calendar: compileCalendar(holidays), fingerprint };
}
