import { Link } from 'lucide-react';
import { endLink, useLinks } from '../../core/state/link.ts';
import { isPractising } from '../../core/transport/practice.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import { NoticeBar } from './NoticeBar.tsx';

/** What became of a link to a complaint that could not be opened at once. */
export function LinkNotice() {
  const { t } = useWords();
  const { wanted, said } = useLinks();
  if (wanted === null && said === null) return null;
  const number = wanted?.trackingId ?? (said?.what === 'unknown' ? said.trackingId : null);
  const what = said === null ? 'waiting' : said.what === 'unknown' && isPractising() ? 'practice' : said.what;
  return (
    <NoticeBar icon={Link} label={t('link.title')} notice="link" spoken text={t(`link.${what}`, { number })}>
      <Button size="small" onPress={() => endLink()}>
        {t(said === null ? 'link.leave' : 'notice.dismiss')}
      </Button>
    </NoticeBar>
  );
}
