import { CalendarCheck } from 'lucide-react';
import type { Kept } from '#shared/domain/commands/promise-keeper.ts';
import { caseworkRequests } from '../../../core/state/requests.ts';
import { Button } from '../../../kit/Button.tsx';
import { Kbd } from '../../../kit/Kbd.tsx';
import { Problem } from '../../../kit/Problem.tsx';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { useClockWords } from '../../../words/reference.tsx';
import { FieldRow } from './FieldRow.tsx';

/** Under an answer that promises a day: one step plans the complaint for it. */
export function PromisedPlan({
  complaintId,
  promise,
}: {
  readonly complaintId: string;
  readonly promise: Kept;
}) {
  const { t, mediumDay } = useClockWords();
  const { act, problem } = useAct(complaintId);
  const plan = () => act({ kind: 'plan', payload: { day: promise.day } });

  caseworkRequests.useAnswer(complaintId, ({ field }) => {
    if (field !== 'promise') return 'later';
    plan();
    return 'answered';
  });

  const day = mediumDay(promise.day);
  return (
    <FieldRow name={t('promise.found')}>
      <Button icon={CalendarCheck} size="small" onPress={plan}>
        {t('promise.plan', { day })} <Kbd>p</Kbd>
      </Button>
      <Problem>{problem}</Problem>
    </FieldRow>
  );
}
