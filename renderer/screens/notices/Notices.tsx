import { TriangleAlert } from 'lucide-react';
import type { Notice } from '#shared/contract/window/session.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { openLapor } from '../../core/browser/lapor.ts';
import { useServices } from '../../core/services/services.tsx';
import { show } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import { NoticeBar } from './NoticeBar.tsx';

/** What happened on this computer that the officer must know, until they say that they have read it. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const { backend } = useServices();
  const { t, longDay, timeOf } = useWords();
  return notices.map(({ code, at }) => (
    <NoticeBar
      key={code}
      icon={TriangleAlert}
      label={t(`notice.${code}.title`)}
      notice={code}
      text={
        <>
          <b>{t(`notice.${code}.title`)}</b>{' '}
          {t(`notice.${code}.text`, { time: `${longDay(dayOf(at))}, ${timeOf(at)}` })}
        </>
      }
    >
      {code === 'deadlines_moved' ? (
        <Button size="small" onPress={() => show('moved')}>
          {t('moved.show')}
        </Button>
      ) : code === 'lapor_login' ? (
        <Button size="small" onPress={openLapor}>
          {t('notice.open_lapor')}
        </Button>
      ) : null}
      <Button size="small" onPress={() => void backend.session.dismissNotice({ code }).catch(() => {})}>
        {t(code === 'lapor_login' ? 'notice.visited' : 'notice.dismiss')}
      </Button>
    </NoticeBar>
  ));
}
