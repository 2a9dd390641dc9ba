import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import { groupQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { useView } from '../../state/view.ts';
import styles from './Casework.module.css';

/** The reports that were grouped under this one, and the way to act on all of them. */
export function Group({ complaintId }: { readonly complaintId: string }) {
  const { desk } = useServices();
  const { t } = useWords();
  const group = useQuery(groupQuery(desk, complaintId)).data ?? [];
  if (group.length === 0) return null;
  const { open, pickAll } = useView.getState();
  return (
    <div className={styles.field}>
      <span className={styles.name}>{t('casework.group', { count: group.length })}</span>
      {group.map(({ id, trackingId, title }) => (
        <Button key={id} size="small" label={`${trackingId} ${title}`} onPress={() => open(id)}>
          {trackingId}
        </Button>
      ))}
      <Button size="small" look="quiet" onPress={() => pickAll([complaintId, ...group.map(({ id }) => id)])}>
        {t('casework.pick_group')}
      </Button>
    </div>
  );
}
