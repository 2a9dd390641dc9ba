import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import type { DiagnosticFile } from '#shared/contract/window/diagnostics.ts';
import { download } from '../../core/browser/download.ts';
import { useServices } from '../../core/services/services.tsx';
import { Book } from '../../kit/Book.tsx';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './ProblemDialog.module.css';
import { problemFile } from './problem-file.ts';

/** What helps to find a fault: the officer reads every file, then saves them and hands them on. */
export function ProblemDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [openedAt] = useState(() => new Date().toISOString());
  const { backend } = useServices();
  const [collected, setCollected] = useState<readonly DiagnosticFile[]>();
  // Once: what the officer reads must not change under their eyes, and is what is saved.
  useEffect(() => {
    backend.diagnostics.collect().then(setCollected, () => {});
  }, [backend]);
  const [place, setPlace] = useState(0);
  const about: DiagnosticFile = {
    name: 'program.txt',
    text: `Penghubung ${__VERSION__}, contract ${CONTRACT_VERSION}, ${openedAt}\n${navigator.userAgent}`,
  };
  const files = [about, ...(collected ?? [])];
  const shown = files[place] ?? about;
  return (
    <Dialog full title={t('problem.title')} onClose={onClose}>
      <div className={styles.tools}>
        <p className={styles.lead}>{t('problem.lead')}</p>
        <Button
          icon={Download}
          variant="primary"
          disabled={collected === undefined}
          onPress={() => download(problemFile(files, openedAt))}
        >
          {t('problem.save')}
        </Button>
      </div>
      <Book
        label={t('problem.files')}
        chapters={files.map(({ name }) => name)}
        place={place}
        onTurn={setPlace}
      >
        <ScrollArea key={shown.name} label={shown.name} className={styles.page}>
          <pre className={styles.text}>{shown.text === '' ? t('problem.empty') : shown.text}</pre>
        </ScrollArea>
      </Book>
    </Dialog>
  );
}
