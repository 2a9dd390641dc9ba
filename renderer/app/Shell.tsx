import { useCallback, useEffect, useRef } from 'react';
import type { Session } from '#shared/contract/desk.ts';
import type { Officer } from '#shared/domain/roles.ts';
import { Dialog } from '../components/Dialog.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { CasePane } from '../features/case/CasePane.tsx';
import { KeysDialog } from '../features/help/KeysDialog.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { QueueColumn } from '../features/queue/QueueColumn.tsx';
import type { ListHandle } from '../features/queue/QueueList.tsx';
import { Enrol } from '../features/session/Enrol.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { useView } from '../state/view.ts';
import { Nav } from './Nav.tsx';
import { useWords } from './reference.tsx';
import styles from './Shell.module.css';
import { useShortcuts } from './use-shortcuts.ts';

/** The window of an enrolled officer: views, list, report. */
export function Shell({ session, officer }: { readonly session: Session; readonly officer: Officer }) {
  const { t } = useWords();
  const view = useView((state) => state.view);
  const pane = useView((state) => state.pane);
  const overlay = useView((state) => state.overlay);
  const show = useView((state) => state.show);
  const list = useRef<ListHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const casePane = useRef<HTMLDivElement>(null);

  const focusSearch = useCallback(() => {
    useView.getState().setPane('list');
    // A narrow window shows the list only after this render.
    requestAnimationFrame(() => searchField.current?.select());
  }, []);
  const focusCase = useCallback(() => {
    useView.getState().setPane('case');
    requestAnimationFrame(() => casePane.current?.querySelector('h1')?.focus());
  }, []);
  const focusList = useCallback(() => {
    useView.getState().setPane('list');
    requestAnimationFrame(() => list.current?.focus());
  }, []);
  useShortcuts({ list, focusSearch, focusCase, focusList });

  useEffect(() => {
    document.title = `${t(`view.${view}`)} · Penghubung`;
  }, [t, view]);

  const close = () => show(null);
  return (
    <div className={styles.shell} data-pane={pane}>
      <div className={styles.nav} data-open={overlay === 'nav'}>
        <ErrorBoundary of="nav">
          <Nav officer={officer} demo={session.demo} />
        </ErrorBoundary>
      </div>
      {overlay === 'nav' ? (
        <button type="button" className={styles.veil} aria-label={t('nav.close')} onClick={close} />
      ) : null}
      <main className={styles.main}>
        <div className={styles.list}>
          <QueueColumn list={list} searchField={searchField} onIntoList={focusList} />
        </div>
        <div ref={casePane} className={styles.case}>
          <ErrorBoundary of={view}>
            <CasePane officer={officer} />
          </ErrorBoundary>
        </div>
      </main>
      {overlay === 'palette' ? <Palette onClose={close} onSearch={focusSearch} /> : null}
      {overlay === 'settings' ? <SettingsDialog onClose={close} /> : null}
      {overlay === 'keys' ? <KeysDialog onClose={close} /> : null}
      {overlay === 'sign_in' ? (
        <Dialog title={t('session.again')} closeLabel={t('settings.close')} onClose={close}>
          <div className={styles.signIn}>
            <Enrol centralUrl={session.centralUrl} officerName={officer.name} onDone={close} />
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
