import type * as z from 'zod';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import type { holidayTable } from '#shared/domain/calendar/working-days.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { officeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import type { DeadlineBasis } from '#shared/domain/deadlines/clocks.ts';
import type { deadlineRule } from '#shared/domain/deadlines/deadline-rules.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import type { agency, colleague } from '#shared/domain/people/roles.ts';

/** The data every office needs, as the centre last sent it, else as built in. */
export type ReferenceData = {
  readonly holidays: z.infer<typeof holidayTable>;
  readonly rules: z.infer<typeof deadlineRule>[];
  readonly agencies: z.infer<typeof agency>[];
  readonly colleagues: z.infer<typeof colleague>[];
  readonly templates: z.infer<typeof officeTemplate>[];
};

/** The contract's types are mutable, the domain's constants are not; nobody writes to them. */
export const BUILT_IN_REFERENCE: ReferenceData = {
  holidays: BUILT_IN_HOLIDAYS as ReferenceData['holidays'],
  rules: BUILT_IN_RULES as ReferenceData['rules'],
  agencies: [],
  colleagues: [],
  templates: [],
};

/** `fingerprint` tells whether derived columns were computed with these rules and holidays. */
export type Basis = DeadlineBasis & {
  readonly holidays: ReferenceData['holidays'];
  readonly fingerprint: string;
};

/**
 * The calendar of a century costs some ms, and the first page of a feed asks for it three times: the last one
 * is kept.
 */
let last: Basis | null = null;

export function basisOf({ holidays, rules }: ReferenceData): Basis {
  const fingerprint = JSON.stringify([FACTS_VERSION, holidays, rules]);
  if (last?.fingerprint !== fingerprint) last = basisBy(fingerprint, holidays, rules);
  return last;
}

/**
 * What a fingerprint was made of; null when the derivation itself was another one, so that nothing can be
 * compared.
 */
export function basisOfFingerprint(fingerprint: string): Basis | null {
  try {
    const [version, holidays, rules] = JSON.parse(fingerprint);
    return version === FACTS_VERSION ? basisBy(fingerprint, holidays, rules) : null;
  } catch {
    return null;
  }
}

function basisBy(
  fingerprint: string,
  holidays: ReferenceData['holidays'],
  rules: ReferenceData['rules'],
): Basis {
  return { rules, holidays, calendar: compileCalendar(holidays), fingerprint };
}

/** Raised when the derivation in `queue-facts.ts` changes, so that existing caches are computed again. */
const FACTS_VERSION = 4;
