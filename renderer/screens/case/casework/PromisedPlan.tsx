import { CalendarCheck } from 'lucide-react';
import { useLayoutEffect } from 'react';
import type { Kept } from '#shared/domain/answers/promise-keeper.ts';
import { useView } from '../../../core/state/view.ts';
import { Button } from '../../../kit/Button.tsx';
import { Kbd } from '../../../kit/Kbd.tsx';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { mediumDay } from '../../../words/format.ts';
import { useReference, useWords } from '../../../words/reference.tsx';

/** Under an answer that promises a day: one step plans the report for it. */
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
  const request = useView((state) => state.arranging);
  const mine = request?.field === 'promise' && request.complaintId === complaintId;
  const plan = () => act({ kind: 'plan', payload: { day: promise.day } });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request
  useLayoutEffect(() => {
    if (!mine) return;
    useView.setState({ arranging: null });
    plan();
  }, [mine]);

  const day = mediumDay(promise.day, today, language);
  return (
    <div className="cluster">
      <span className="row-name">{t('promise.found')}</span>
      <Button size="small" onPress={plan}>
        <CalendarCheck size={14} aria-hidden="true" /> {t('promise.plan', { day })} <Kbd>p</Kbd>
      </Button>
      {problem === null ? null : (
        <span className="problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
