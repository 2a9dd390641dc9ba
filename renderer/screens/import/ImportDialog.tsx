import { FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ImportSummary } from '#shared/contract/window/standalone.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { storageProblemOf } from '../../core/transport/storage-problem.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FilePicker } from '../../widgets/files/FilePicker.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './ImportDialog.module.css';
import { ImportSummaryList } from './ImportSummaryList.tsx';
import { OwnAgency } from './OwnAgency.tsx';
import { readExport } from './preview-import.ts';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An export of LAPOR! for an office that works alone: choose it, see what it will do, take it. */
export function ImportDialog({ officer, onClose }: DialogProps) {
  const { backend } = useServices();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [summary, setSummary] = useState<ImportSummary | null>(null);
  const [ours, setOurs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const good = summary?.ok === true ? summary : null;

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(file.name);
    setProblem(null);
    setOurs(null);
    const read = await readExport(backend, file);
    setReading(null);
    setSummary(read.ok ? read.summary : null);
    if (!read.ok) setProblem(t(`export.${read.problem}`));
    else if (!read.summary.ok) setProblem(read.summary.reason);
  };
  const choose = async (name: string): Promise<void> => {
    setOurs(name);
    setSummary(await backend.standalone.previewImport({ ours: [name] }));
  };
  const run = async (): Promise<void> => {
    try {
      const done = await backend.standalone.applyImport({ ours: ours === null ? null : [ours] });
      setSummary(done);
      if (done.ok) announce(t('export.said_done', { count: done.new + done.changed }));
    } catch (error) {
      const code = storageProblemOf(error);
      setProblem(code === null ? t('export.lost') : t(`compose.not_kept.${code}`));
    }
  };

  const unknown = good !== null && !good.applied && !good.agencies.some((one) => one.ours && ours === null);
  const something = good !== null && good.new + good.changed > 0;
  return (
    <Dialog wide title={t('export.title')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is beside the button, for the mouse */}
      <div
        className="dialog-body"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p className="muted">{t('export.lead')}</p>
        <FilePicker ref={input} single accept={XLSX} onPick={([file]) => void take(file)} />
        {unknown && good.agencies.length > 0 ? (
          <OwnAgency
            agency={officer.agency?.name ?? ''}
            agencies={good.agencies}
            chosen={ours}
            onChoose={(name) => void choose(name)}
          />
        ) : null}
        {good === null ? null : <ImportSummaryList summary={good} />}
        {good !== null && !good.applied && !something && !unknown ? <p>{t('export.nothing')}</p> : null}
        <p className="problem" role="alert">
          {problem}
        </p>
        <p role="status" className={styles.reading}>
          {reading === null ? null : t('export.reading', { name: reading })}
        </p>
        <div className={styles.tools}>
          {good?.applied === true ? (
            <Button key="close" variant="primary" autoFocus onPress={onClose}>
              {t('export.close')}
            </Button>
          ) : (
            <>
              <Button
                variant={something ? 'plain' : 'primary'}
                autoFocus
                disabled={reading !== null}
                onPress={() => input.current?.click()}
              >
                <FileSpreadsheet size={15} /> {t(summary === null ? 'export.choose' : 'export.other')}
              </Button>
              {something ? (
                <Button key="apply" variant="primary" autoFocus onPress={() => void run()}>
                  {t('export.apply')}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
