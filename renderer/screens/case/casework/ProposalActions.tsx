import { mayDo } from '#shared/domain/commands/registry.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { useServices } from '../../../core/services/services.tsx';
import { write } from '../../../core/state/requests.ts';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/Problem.tsx';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { useReference, useWords } from '../../../words/reference.tsx';

/** What stands under an entry of the timeline that waits for something. */
export type EntryActionProps = {
  readonly complaintId: string;
  readonly entry: TimelineEntry;
};

/** Under a proposed text that waits: let it out as it is, change it first, or send it back with a remark. */
export function ProposalActions({ complaintId, entry }: EntryActionProps) {
  const { officer } = useReference();
  const { t } = useWords();
  const { drafts } = useServices();
  const { act, problem } = useAct(complaintId);
  if (entry.author.officerId === officer.id || !mayDo(officer.role, 'approve'))
    return <p>{t('approval.own')}</p>;
  const begin = (kind: 'approve' | 'send_back', text: string) => {
    const { current } = drafts.shelf({ complaintId, kind });
    drafts.typed(current, { text, choices: { entryId: entry.id } });
    write(complaintId, kind);
  };
  const approve = () => act({ kind: 'approve', payload: { entryId: entry.id, text: '' } });
  return (
    <div className="cluster">
      <Button size="small" variant="primary" onPress={approve}>
        {t('command.approve.send')}
      </Button>
      <Button size="small" onPress={() => begin('approve', entry.text)}>
        {t('approval.edit')}
      </Button>
      <Button size="small" onPress={() => begin('send_back', '')}>
        {t('approval.send_back')}
      </Button>
      <Problem>{problem}</Problem>
    </div>
  );
}
