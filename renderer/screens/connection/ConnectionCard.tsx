import { CircleX, FileSpreadsheet, Leaf, Network, RefreshCw, ScrollText, TriangleAlert } from 'lucide-react';
import { type ComponentProps, useEffect, useRef } from 'react';
import { useAnswerOf, useConnectionState, useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { show } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { cx } from '../../kit/cx.ts';
import { useClockWords, useWords } from '../../words/reference.tsx';
import styles from './ConnectionCard.module.css';
import { type ConnectionWords, connectionWords } from './words.ts';

function useConnectionWords(): ConnectionWords {
  const words = useClockWords();
  const { t, count } = words;
  const line = useConnectionState();
  const status = useAnswerOf((ask) => ask.sync.status);
  const joining = useAnswerOf((ask) => ask.session.get)?.joining ?? null;
  const said = connectionWords(line, status, words);
  if (joining === null) return said;
  const [brought, total] = [count(joining.brought), count(joining.total)];
  return {
    ...said,
    tone: 'busy',
    title: t('joining.progress', { brought, total }),
    detail: t(`joining.${joining.notKnown ? 'not_known' : joining.waiting ? 'waiting' : 'detail'}`),
  };
}

/** The foot of the navigation: online or not, what is not delivered, and what the officer can do. */
export function ConnectionCard() {
  const { backend } = useServices();
  const { t } = useWords();
  const words = useConnectionWords();
  const session = useAnswerOf((ask) => ask.session.get);
  useSayChanges();
  const bold = words.title.split(' · ', 1)[0] ?? '';
  return (
    <section
      className={styles.card}
      data-part="connection"
      aria-label={t('connection.label')}
      data-tone={words.tone}
    >
      <div className={styles.head}>
        <span className={cx(styles.dot, styles[words.tone])} aria-hidden="true" />
        <span>
          <b>{bold}</b>
          {words.title.slice(bold.length)}
        </span>
      </div>
      {words.detail === null ? null : <p className="muted">{words.detail}</p>}
      {words.warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          <TriangleAlert size={12} strokeWidth={2.5} /> {warning}
        </p>
      ))}
      {words.saving === null || session?.standalone === true ? null : (
        <p className={cx('muted', styles.saving)}>
          <Leaf size={12} strokeWidth={2.5} aria-hidden="true" /> {words.saving}
        </p>
      )}
      {words.action === 'sign_in' ? (
        <Button size="small" variant="primary" className={styles.signIn} onPress={() => show('sign_in')}>
          {t('session.again')}
        </Button>
      ) : null}
      <div className={styles.links}>
        {session?.standalone === true ? (
          <>
            <CardLink icon={FileSpreadsheet} onPress={() => show('import')}>
              {t('joining.import')}
            </CardLink>
            {session.joining === null ? (
              <CardLink icon={Network} onPress={() => show('join')}>
                {t('joining.button')}
              </CardLink>
            ) : (
              <CardLink icon={CircleX} onPress={() => void backend.standalone.cancelJoin().catch(() => {})}>
                {t('joining.cancel')}
              </CardLink>
            )}
          </>
        ) : null}
        {words.action === 'sync' && session?.standalone !== true ? (
          <CardLink icon={RefreshCw} onPress={() => void backend.sync.now().catch(() => {})}>
            {t('connection.now')}
          </CardLink>
        ) : null}
        <CardLink icon={ScrollText} onPress={() => show('log')}>
          {t('connection.log')}
        </CardLink>
      </div>
    </section>
  );
}

function CardLink(props: ComponentProps<typeof Button>) {
  return <Button variant="quiet" size="small" className={styles.link} {...props} />;
}

/** The connection where there is no room for its card: a colour, and the words for a screen reader. */
export function ConnectionDot() {
  const words = useConnectionWords();
  return (
    <span title={words.title} className={cx(styles.dot, styles[words.tone])}>
      <span className="visually-hidden">, {words.title}</span>
    </span>
  );
}

/** Tells a screen reader when the connection comes or goes, not every step in between. */
function useSayChanges(): void {
  const { t } = useWords();
  const online = useAnswerOf((ask) => ask.sync.status)?.online;
  const before = useRef(online);
  useEffect(() => {
    if (online === undefined) return;
    if (before.current !== undefined && before.current !== online) {
      announce(t(online ? 'connection.said_online' : 'connection.said_offline'));
    }
    before.current = online;
  }, [online, t]);
}
