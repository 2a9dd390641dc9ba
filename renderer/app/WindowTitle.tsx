import { useEffect } from 'react';
import { useAnswerOf } from '../core/services/services.tsx';
import { useNavigation } from '../core/state/navigation.ts';
import { useSelection } from '../core/state/selection.ts';
import { inLine } from '../words/direction.ts';
import { useWords } from '../words/reference.tsx';

/**
 * What the taskbar calls the window: the complaint that is open, of a confidential one the number alone, for
 * others see the taskbar too.
 */
export function WindowTitle({ practice }: { readonly practice: boolean }) {
  const { t } = useWords();
  const view = useNavigation((state) => state.view);
  const id = useSelection((state) => state.selectedId);
  const open = useAnswerOf((ask) => ask.case.get, id === null ? null : { id });
  const complaint = id === null ? null : open?.complaint;
  const name =
    complaint == null
      ? [t(`view.${view}`)]
      : [complaint.trackingId, ...(complaint.confidential ? [] : [complaint.title])];
  const title = inLine([...(practice ? [t('practice.palette_begin')] : []), ...name, 'Penghubung']);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
