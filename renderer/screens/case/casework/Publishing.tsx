import { ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { openLapor } from '../../../core/browser/lapor.ts';
import { caseworkRequests } from '../../../core/state/requests.ts';
import { Button } from '../../../kit/Button.tsx';
import { Kbd } from '../../../kit/Kbd.tsx';
import { Problem } from '../../../kit/Problem.tsx';
import { useCopy } from '../../../widgets/text-card/use-copy.ts';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { useReference, useWords } from '../../../words/reference.tsx';
import { FieldRow } from './FieldRow.tsx';
import type { EntryActionProps } from './ProposalActions.tsx';

/** Under an accepted answer that is not in LAPOR! yet: a step copies it, another says it is there. */
export function Publishing({
  complaintId,
  entry,
  isFirst,
}: EntryActionProps & {
  /** Of those that wait on this complaint: the key is for this one. */
  readonly isFirst: boolean;
}) {
  const { officer } = useReference();
  const { t } = useWords();
  const { act, problem, setProblem } = useAct(complaintId);
  const copyText = useCopy();
  const done = useRef<HTMLButtonElement>(null);
  const may = mayDo(officer.role, 'publish');

  const copy = async () => {
    setProblem(await copyText(entry.text, 'publishing.copied'));
    if (!openLapor()) setProblem(t('practice.no_lapor'));
    done.current?.focus();
  };
  caseworkRequests.useAnswer(complaintId, ({ field }) => {
    if (field !== 'publish' || !may || !isFirst) return 'later';
    void copy();
    return 'answered';
  });

  if (!may) return null;
  const confirm = () => act({ kind: 'publish', payload: { entryId: entry.id } });
  return (
    <FieldRow name={t('publishing.waiting')}>
      <Button icon={ExternalLink} size="small" onPress={() => void copy()}>
        {t('publishing.copy')} {isFirst ? <Kbd>t</Kbd> : null}
      </Button>
      <Button size="small" ref={done} onPress={confirm}>
        {t('publishing.done')}
      </Button>
      <Problem>{problem}</Problem>
    </FieldRow>
  );
}
