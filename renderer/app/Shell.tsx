import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Session } from '#shared/contract/window/session.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { setPane, show, useNavigation } from '../core/state/navigation.ts';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { CasePane } from '../screens/case/CasePane.tsx';
import { useMorning } from '../screens/morning/use-morning.ts';
import type { ListHandle } from '../widgets/list/list-moves.ts';
import { useViewing } from '../widgets/presence/use-viewing.ts';
import { useWords } from '../words/reference.tsx';
import { Nav } from './Nav.tsx';
import { QueueColumn } from './QueueColumn.tsx';
import styles from './Shell.module.css';
import { DIALOGS, SCREENS } from './screens.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSituation } from './use-situation.ts';

const DRAWER = 'views';

/** The window of an enrolled officer: views, list, report. */
export function Shell({ session, officer }: { readonly session: Session; readonly officer: Officer }) {
  const { t } = useWords();
  const view = useNavigation((state) => state.view);
  const pane = useNavigation((state) => state.pane);
  const overlay = useNavigation((state) => state.overlay);
  const list = useRef<ListHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const casePane = useRef<HTMLDivElement>(null);

  const focusSearch = useCallback(() => {
    // At once, or the next letters typed would be shortcuts. A narrow window must show the list first.
    flushSync(() => setPane('list'));
    searchField.current?.select();
  }, []);
  /** To type on, where `focusSearch` begins anew. */
  const backToSearch = useCallback(() => searchField.current?.focus(), []);
  const focusCase = useCallback(() => {
    flushSync(() => setPane('case'));
    casePane.current?.querySelector('h1')?.focus();
  }, []);
  const focusList = useCallback(() => {
    flushSync(() => setPane('list'));
    if (list.current !== null) return list.current.focus();
    // Where there is no list, nothing has the focus: the next key is a command, and no letter of a text.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);
  useViewing();
  useMorning();
  const situation = useSituation(session, list, { focusList, focusSearch, focusCase });
  useShortcuts(situation);

  useEffect(() => {
    const practice = session.rehearsal ? `${t('rehearsal.palette_begin')} · ` : '';
    document.title = `${practice}${t(`view.${view}`)} · Penghubung`;
  }, [t, view, session.rehearsal]);

  // A dialog that ends only now must not close what the officer has opened since.
  const close = useCallback(() => {
    if (useNavigation.getState().overlay === overlay) show(null);
  }, [overlay]);
  const drawer = overlay === 'nav';
  const Dialog = overlay === null || overlay === 'nav' ? undefined : DIALOGS[overlay];
  useDrawer(drawer, close);
  return (
    <div className={styles.shell} data-pane={pane}>
      <div className={styles.nav} data-open={drawer} id={DRAWER}>
        <ErrorBoundary of="nav">
          <Nav officer={officer} demo={session.demo} />
        </ErrorBoundary>
      </div>
      {drawer ? (
        <button type="button" className={styles.veil} aria-label={t('nav.close')} onClick={close} />
      ) : null}
      <main className={styles.main} inert={drawer}>
        <div className={styles.list} data-part="queue">
          <QueueColumn
            list={list}
            searchField={searchField}
            onIntoList={focusList}
            onIntoSearch={backToSearch}
          />
        </div>
        <div ref={casePane} className={styles.case}>
          <ErrorBoundary of={view}>
            <CasePane officer={officer} />
          </ErrorBoundary>
        </div>
      </main>
      {Dialog === undefined ? null : (
        <Dialog session={session} officer={officer} onClose={close} screens={SCREENS} situation={situation} />
      )}
    </div>
  );
}

/** While the views are a drawer: the focus goes into it, comes back afterwards, and a window that becomes wide closes it. */
function useDrawer(open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    document.getElementById(DRAWER)?.querySelector<HTMLElement>('[aria-current], button')?.focus();
    const wide = window.matchMedia('(min-width: 900px)');
    wide.addEventListener('change', close);
    return () => {
      wide.removeEventListener('change', close);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open, close]);
}
