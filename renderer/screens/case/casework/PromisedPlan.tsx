import { CalendarCheck } from 'lucide-react';
import type { Kept } from '#shared/domain/commands/promise-keeper.ts';
import { caseworkRequests } from '../../../core/state/requests.ts';
import { Button } from '../../../kit/Button.tsx';
import { Kbd } from '../../../kit/Kbd.tsx';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { mediumDay } from '../../../words/format.ts';
import { useReference, useWords } from '../../../words/reference.tsx';

/** Under an answer that promises a day: one step plans the complaint for it. */
export function PromisedPlan({
  complaintId,
  promise,
}: {
  readonly complaintId: string;
  readonly promise: Kept;
}) {
  const { t, language } = useWords();
  const { today } = useReference();
  const { act, problem } = useAct(complaintId);
  const plan = () => act({ kind: 'plan', payload: { day: promise.day } });

  caseworkRequests.useAnswer(complaintId, ({ field }) => {
    if (field !== 'promise') return 'later';
    plan();
    return 'answered';
  });

  const day = mediumDay(promise.day, today, language);
  return (
    <div className="cluster">
      <span className="row-name">{t('promise.found')}</span>
      <Button size="small" onPress={plan}>
        <CalendarCheck size={14} /> {t('promise.plan', { day })} <Kbd>p</Kbd>
      </Button>
      <span className="problem" role="alert">
        {problem}
      </span>
    </div>
  );
}
