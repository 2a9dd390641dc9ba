import { useCallback, useEffect } from 'react';
import type { Session } from '#shared/contract/window/session.ts';
import { show, useNavigation } from '../core/state/navigation.ts';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { CasePane } from '../screens/case/CasePane.tsx';
import { useMorning } from '../screens/morning/use-morning.ts';
import { useResume } from '../widgets/begun-drafts/use-resume.ts';
import { useViewing } from '../widgets/presence/use-viewing.ts';
import { useWords } from '../words/reference.tsx';
import { Nav } from './Nav.tsx';
import { QueueColumn } from './QueueColumn.tsx';
import styles from './Shell.module.css';
import { DIALOGS, SCREENS } from './screens.ts';
import { useFollowLinks } from './use-links.ts';
import { useShellMenu } from './use-shell-facts.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSituation, useWindowHandles } from './use-situation.ts';
import { WindowTitle } from './WindowTitle.tsx';

const DRAWER = 'views';

/** The window of an enrolled officer: views, list, complaint. */
export function Shell({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const view = useNavigation((state) => state.view);
  const pane = useNavigation((state) => state.pane);
  const overlay = useNavigation((state) => state.overlay);
  const { list, searchField, casePane, handles } = useWindowHandles();
  const situation = useSituation(session, handles);
  useViewing();
  useMorning(useResume());
  useShortcuts(situation);
  useShellMenu(situation);
  useFollowLinks();

  // A dialog that ends only now must not close what the officer has opened since.
  const close = useCallback(() => {
    if (useNavigation.getState().overlay === overlay) show(null);
  }, [overlay]);
  const drawer = overlay === 'nav';
  const Dialog = overlay === null || overlay === 'nav' ? undefined : DIALOGS[overlay];
  useDrawer(drawer, close);
  return (
    <div className={styles.shell} data-pane={pane}>
      <WindowTitle practice={session.practice} />
      <div className={styles.nav} data-open={drawer} id={DRAWER}>
        <ErrorBoundary of="nav">
          <Nav demo={session.demo} />
        </ErrorBoundary>
      </div>
      {drawer ? (
        <button type="button" className={styles.veil} aria-label={t('nav.close')} onClick={close} />
      ) : null}
      <main className={styles.main} inert={drawer}>
        <div className={styles.list} data-part="queue">
          <QueueColumn list={list} searchField={searchField} handles={handles} />
        </div>
        <div ref={casePane} className={styles.case}>
          <ErrorBoundary of={view}>
            <CasePane />
          </ErrorBoundary>
        </div>
      </main>
      {Dialog === undefined ? null : (
        <Dialog session={session} onClose={close} screens={SCREENS} situation={situation} />
      )}
    </div>
  );
}

/** While the views are a drawer, the focus is in it and comes back afterwards. A wide window closes it. */
function useDrawer(open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    document.getElementById(DRAWER)?.querySelector<HTMLElement>('[aria-current], button')?.focus();
    const wide = window.matchMedia('(min-width: 1024px)');
    wide.addEventListener('change', close);
    return () => {
      wide.removeEventListener('change', close);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open, close]);
}
