import { useLayoutEffect, useState } from 'react';
import { v7 } from 'uuid';
import { isJointId, jointIdOf } from '#shared/domain/answers/joint-answer.ts';
import type { Drafts } from '../../core/drafts/drafts.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { useNavigation } from '../../core/state/navigation.ts';
import { pickOnly, useSelection } from '../../core/state/selection.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useWords } from '../../words/reference.tsx';
import { JointComposer } from './JointComposer.tsx';

/** One answer to all picked complaints. What was begun for any of them is in the field again. */
export function JointDialog({ onClose }: DialogProps) {
  const { drafts } = useServices();
  const { t } = useWords();
  const begun = useAnswerOf((ask) => ask.draft.list);
  const [complaintId, setComplaintId] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (begun === undefined) return;
    // Files become part of a draft in the store.
    drafts.learn(begun.filter((draft) => isJointId(draft.complaintId)));
    setComplaintId((known) => known ?? placeOf(drafts));
  }, [begun, drafts]);
  return (
    <Dialog full title={t('joint.title')} closeLabel={t('settings.close')} onClose={onClose}>
      {complaintId === null ? null : <JointComposer complaintId={complaintId} onClose={onClose} />}
    </Dialog>
  );
}

/**
 * Where the answer is kept: the draft that was asked for, with its complaints picked; else the one that was
 * written last for any picked complaint; else a new one.
 */
function placeOf(drafts: Drafts): string {
  const { answering } = useNavigation.getState();
  const { picked } = useSelection.getState();
  if (answering !== null) {
    const { joint } = drafts.read(
      drafts.shelf({ complaintId: answering, kind: 'follow_up' }).current,
    ).choices;
    if (joint !== undefined) pickOnly(joint.complaints.map(({ id }) => id));
    return answering;
  }
  const last = drafts.lastOf(
    (key, { choices }) =>
      isJointId(key.complaintId) &&
      (choices.joint?.complaints.some(({ id }) => picked.includes(id)) ?? false),
  );
  return last?.complaintId ?? jointIdOf(v7());
}
