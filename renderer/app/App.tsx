import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useAnswerOf, useConnectionState } from '../core/services/services.tsx';
import { useBattery } from '../core/services/use-battery.ts';
import { useAppearance } from '../core/settings/use-settings.ts';
import { useAnnouncement } from '../core/state/announcement.ts';
import { useHasLasted } from '../kit/delays.ts';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { ClosingQuestion } from '../screens/closing/ClosingQuestion.tsx';
import { LinkNotice } from '../screens/notices/LinkNotice.tsx';
import { Notices } from '../screens/notices/Notices.tsx';
import { PolicyProblem } from '../screens/notices/PolicyProblem.tsx';
import { PracticeBar } from '../screens/practice/PracticeBar.tsx';
import { FirstRun, NotAdmitted } from '../screens/session/FirstRun.tsx';
import { ReferenceProvider, useWords } from '../words/reference.tsx';
import styles from './App.module.css';
import { Shell } from './Shell.tsx';
import { useShellFacts } from './use-shell-facts.ts';

/** Hardly anybody ever sees it: it is no part of what every start loads. */
const SafeMode = lazy(async () => ({ default: (await import('../screens/safe/SafeMode.tsx')).SafeMode }));

/** From nothing to the first useful screen: connecting, first run, or the officer's window. */
export function App() {
  useAppearance();
  useShellFacts();
  useBattery();
  const { locale } = useWords();
  const said = useAnnouncement((state) => state.text);
  return (
    <I18nProvider locale={locale}>
      <div className={styles.frame}>
        <PracticeBar />
        <div className={styles.rest}>
          <ErrorBoundary of="window">
            <Gate />
          </ErrorBoundary>
        </div>
      </div>
      <ClosingQuestion />
      <div className="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
    </I18nProvider>
  );
}

function Gate() {
  const { i18n } = useTranslation();
  const line = useConnectionState();
  const session = useAnswerOf((ask) => ask.session.get);
  if (line === 'refused') return <NotAdmitted />;
  if (line === 'stopped')
    return (
      <Suspense fallback={null}>
        <SafeMode />
      </Suspense>
    );
  if (session === undefined) return <Opening />;
  return (
    <div className={styles.frame}>
      <PolicyProblem problem={session.policy?.problem ?? null} />
      <LinkNotice />
      <Notices notices={session.notices ?? []} />
      <div className={styles.rest}>
        {session.officer === null ? (
          <FirstRun session={session} />
        ) : (
          <I18nextProvider i18n={i18n} defaultNS={session.standalone ? 'standalone' : 'window'}>
            <ReferenceProvider officer={session.officer} fallback={<Opening />}>
              <Shell session={session} />
            </ReferenceProvider>
          </I18nextProvider>
        )}
      </div>
    </div>
  );
}

/** What the page itself draws for a moment (a flash of words helps nobody), then what is waited for. */
function Opening() {
  const { t } = useWords();
  const isShown = useHasLasted(true, 400);
  const isLong = useHasLasted(true, 6_000);
  if (!isShown) return <div className="window-columns" />;
  return (
    <main className={styles.opening}>
      <h1 className={styles.title}>Penghubung</h1>
      <p role="status">{isLong ? t('session.slow') : t('connection.starting')}</p>
    </main>
  );
}
