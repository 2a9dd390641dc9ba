import { useAnswerOf } from '../../../core/services/services.tsx';
import { openComplaint } from '../../../core/state/navigation.ts';
import { pickAll } from '../../../core/state/selection.ts';
import { Button } from '../../../kit/Button.tsx';
import { useWords } from '../../../words/reference.tsx';
import { FieldRow } from './FieldRow.tsx';

/** The complaints that were grouped under this one, and the way to act on all of them. */
export function Group({ complaintId }: { readonly complaintId: string }) {
  const { t } = useWords();
  const group = useAnswerOf((ask) => ask.similar.group, { id: complaintId }) ?? [];
  if (group.length === 0) return null;
  return (
    <FieldRow name={t('casework.group', { count: group.length })}>
      {group.map(({ id, trackingId, title }) => (
        <Button key={id} size="small" label={`${trackingId} ${title}`} onPress={() => openComplaint(id)}>
          {trackingId}
        </Button>
      ))}
      <Button
        size="small"
        variant="quiet"
        onPress={() => pickAll([complaintId, ...group.map(({ id }) => id)])}
      >
        {t('casework.pick_group')}
      </Button>
    </FieldRow>
  );
}
