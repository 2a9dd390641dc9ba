import { useQueries } from '@tanstack/react-query';
import { FileDown, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#shared/contract/window/case.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { useSelection } from '../../core/state/selection.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceGroup } from '../../kit/ChoiceGroup.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { fileQuery } from '../../widgets/files/use-file-url.ts';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useClockWords, useReference } from '../../words/reference.tsx';
import styles from './LetterDialog.module.css';
import { SheetOfPaper } from './SheetOfPaper.tsx';
import { isInternal, picturesOf, sheetOf } from './sheet.ts';
import { usePrinting } from './use-printing.ts';

const CHOICES = ['public', 'internal'] as const;

/** The selected complaint as it comes out on paper, to be printed or saved as a PDF. */
export function LetterDialog({ session, onClose }: DialogProps) {
  const { t } = useClockWords();
  const selectedId = useSelection((state) => state.selectedId);
  const view = useAnswerOf((ask) => ask.case.get, selectedId === null ? null : { id: selectedId });
  return (
    <Dialog full title={t('letter.title')} onClose={onClose}>
      {view == null ? null : <Letter view={view} invented={session.demo || session.practice} />}
    </Dialog>
  );
}

function Letter({ view, invented }: { readonly view: CaseView; readonly invented: boolean }) {
  const { backend } = useServices();
  const { i18n } = useTranslation();
  const { officer, basis } = useReference();
  const context = useClockWords();
  const { t } = context;
  const [internal, setInternal] = useState(false);
  const { trackingId: number, confidential, timeline } = view.complaint;
  const language = i18n.language === 'en' ? 'en' : 'id';
  const letter = useMemo(
    () => ({ number, confidential, internal, language }) as const,
    [number, confidential, internal, language],
  );
  const { at, outcome, print, savePdf } = usePrinting(letter);
  const sheet = useMemo(
    () => sheetOf(view, { officer, internal, invented, at }, basis, context),
    [view, officer, internal, invented, at, basis, context],
  );
  const pictures = picturesOf(sheet);
  // A sheet is printed with its pictures, so it is shown when they are read.
  const isWhole = useQueries({
    queries: pictures.map((file) => fileQuery(backend, file)),
    combine: (read) => read.every(({ isPending }) => !isPending),
  });
  const notes = timeline.filter(isInternal).length;
  if (!isWhole) return null;
  return (
    <>
      <ScrollArea label={t('letter.preview')} className={styles.desk}>
        <SheetOfPaper sheet={sheet} pictures={pictures} />
      </ScrollArea>
      <div className="dialog-foot">
        {notes === 0 ? null : (
          <ChoiceGroup
            label={t('letter.choice')}
            choices={CHOICES.map((id) => ({ id, words: t(`letter.${id}`, { count: notes }) }))}
            value={internal ? 'internal' : 'public'}
            onChoose={(id) => setInternal(id === 'internal')}
          />
        )}
        {outcome === 'saved' || outcome === 'printed' ? (
          <span role="status">{t(`letter.outcome.${outcome}`)}</span>
        ) : (
          <Problem>{outcome === null ? null : t(`letter.outcome.${outcome}`)}</Problem>
        )}
        {savePdf === null ? <span className="small muted">{t('letter.by_browser')}</span> : null}
        {savePdf === null ? null : (
          <Button icon={FileDown} onPress={savePdf}>
            {t('letter.save')}
          </Button>
        )}
        <Button icon={Printer} variant="primary" autoFocus onPress={print}>
          {t('letter.print')}
        </Button>
      </div>
    </>
  );
}
