import type { JointPreview } from '#shared/contract/window/joint.ts';
import type { AnswerCheck } from '#shared/domain/answers/answer-checks.ts';
import { checkWords } from '../../widgets/draft-editor/use-checks.ts';
import type { Translate } from '../../words/i18n.ts';
import { shortReason } from '../../words/problem-words.ts';

/** The answer as one of the reporters will read it. */
export type Reading = JointPreview[number];

/**
 * `left_out`: the complaint allows no answer. `to_mend`: the text must be changed for it, or the complaint
 * left out. `to_confirm`: it holds personal data, and goes when the officer says so.
 */
export type ReadingState = 'going' | 'to_confirm' | 'to_mend' | 'left_out';

export function stateOf({
  code,
  checks,
  personal,
}: Pick<Reading, 'code' | 'checks' | 'personal'>): ReadingState {
  if (code !== null) return 'left_out';
  if (forbidding(checks) !== undefined) return 'to_mend';
  return personal.length > 0 ? 'to_confirm' : 'going';
}

/** What forbids sending to one reporter; undefined: nothing. */
export function forbidding(checks: readonly AnswerCheck[]): AnswerCheck | undefined {
  return checks.find(({ check }) => check !== 'no_next_step');
}

/** What the officer must know of one reading; empty: nothing speaks against it. */
export function readingWords({ code, checks, personal }: Reading, t: Translate): string {
  if (code !== null) return t(`bulk.reason.${shortReason(code)}`);
  const wrong = forbidding(checks);
  if (wrong !== undefined) return checkWords(wrong, t);
  return personal.length === 0 ? '' : t('joint.personal', { what: personal.join(', ') });
}

/** "3 akan dikirim · 1 dilewati · 2 perlu diperbaiki" */
export function summaryWords(readings: readonly Reading[], t: Translate): string {
  const states = readings.map(stateOf);
  const count = (...counted: ReadingState[]) => states.filter((state) => counted.includes(state)).length;
  const parts = [
    t('joint.going', { count: count('going', 'to_confirm') }),
    ...(count('to_mend') === 0 ? [] : [t('joint.to_mend', { count: count('to_mend') })]),
    ...(count('left_out') === 0 ? [] : [t('joint.left_out', { count: count('left_out') })]),
  ];
  return parts.join(' · ');
}
