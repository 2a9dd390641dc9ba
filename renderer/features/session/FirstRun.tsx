import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../app/reference.tsx';
import { Enrol } from './Enrol.tsx';
import styles from './FirstRun.module.css';

/** The first screen of a fresh installation. */
export function FirstRun({ centralUrl }: { readonly centralUrl: string | null }) {
  const { t } = useWords();
  return (
    <Sheet>
      <h1 className={styles.title}>{t('session.title')}</h1>
      <p className={styles.lead}>{t('session.lead')}</p>
      <Enrol centralUrl={centralUrl} officerName={null} />
    </Sheet>
  );
}

/** The page says that this window has no key to its backend. */
export function NotAdmitted() {
  const { t } = useWords();
  return (
    <Sheet>
      <KeyRound size={24} aria-hidden="true" />
      <h1 className={styles.title}>{t('session.not_admitted')}</h1>
      <p className={styles.lead}>{t('session.not_admitted_detail')}</p>
    </Sheet>
  );
}

function Sheet({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div className={styles.brand}>
          <span className={styles.logo} aria-hidden="true">
            P
          </span>
          Penghubung
        </div>
        {children}
      </div>
    </main>
  );
}
