import type { TimelineEntry } from '#shared/domain/complaint/complaint.ts';
import { mayDo, type Officer } from '#shared/domain/people/roles.ts';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../state/view.ts';
import styles from './Casework.module.css';
import { useAct } from './use-act.ts';

/** Under a proposed text that waits: let it out as it is, change it first, or send it back with a remark. */
export function ProposalActions({
  complaintId,
  entry,
  officer,
}: {
  readonly complaintId: string;
  /** The proposal. */
  readonly entry: TimelineEntry;
  readonly officer: Officer;
}) {
  const { t } = useWords();
  const { drafts } = useServices();
  const { act, problem } = useAct(complaintId);
  if (entry.author.officerId === officer.id || !mayDo(officer.role, 'approve'))
    return <p className={styles.said}>{t('approval.own')}</p>;
  const write = (kind: 'approve' | 'send_back', text: string) => {
    const { current } = drafts.shelf({ complaintId, kind });
    drafts.typed(current, { text, choices: { entryId: entry.id } });
    useView.getState().write(complaintId, kind);
  };
  const approve = () => act({ kind: 'approve', payload: { entryId: entry.id, text: '' } });
  return (
    <div className={styles.field}>
      <Button size="small" look="primary" onPress={approve}>
        {t('approval.approve')}
      </Button>
      <Button size="small" onPress={() => write('approve', entry.text)}>
        {t('approval.edit')}
      </Button>
      <Button size="small" onPress={() => write('send_back', '')}>
        {t('approval.send_back')}
      </Button>
      {problem === null ? null : (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
