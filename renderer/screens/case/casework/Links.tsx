import { complaintIdOf } from '#shared/domain/complaint/complaint.ts';
import { openComplaint } from '../../../core/state/navigation.ts';
import { Button } from '../../../kit/Button.tsx';
import { useWords } from '../../../words/reference.tsx';
import { AddField, type CaseworkFieldProps, FieldRow } from './FieldRow.tsx';

/** Complaints that belong to this one: those that are linked, and those that its texts name. */
export function Links({
  links,
  cited,
  locked,
  onAct,
}: CaseworkFieldProps & {
  /** Tracking ids, as in `cited`. */
  readonly links: readonly string[];
  readonly cited: readonly string[];
}) {
  const { t } = useWords();
  const link = (trackingId: string) => onAct({ kind: 'link', payload: { trackingId } });
  const offered = locked ? [] : cited.filter((id) => !links.includes(id));
  return (
    <FieldRow name={t('casework.links')}>
      {links.map((id) => (
        <Button key={id} size="small" onPress={() => openComplaint(complaintIdOf(id))}>
          {id}
        </Button>
      ))}
      {offered.map((id) => (
        <Button key={id} size="small" variant="quiet" onPress={() => link(id)}>
          {t('casework.link', { id })} ({t('casework.cited')})
        </Button>
      ))}
      {locked ? null : (
        <AddField field="link" label={t('casework.add_link')} maxLength={15} numeric onAdd={link} />
      )}
    </FieldRow>
  );
}
