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
import styles from './ExportDialog.module.css';
import { ExportLaidList } from './ExportLaidList.tsx';
import { OwnAgency } from './OwnAgency.tsx';
import { readExport } from './read-export.ts';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An export of LAPOR! for an office that works alone: choose it, see what it will do, take it. */
export function ExportDialog({ officer, onClose }: DialogProps) {
  const { desk } = useServices();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [laid, setLaid] = useState<ImportSummary | null>(null);
  const [ours, setOurs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const good = laid?.ok === true ? laid : null;

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(file.name);
    setProblem(null);
    setOurs(null);
    const read = await readExport(desk, file);
    setReading(null);
    setLaid(read.ok ? read.laid : null);
    if (!read.ok) setProblem(t(`export.${read.problem}`));
    else if (!read.laid.ok) setProblem(read.laid.reason);
  };
  const choose = async (name: string): Promise<void> => {
    setOurs(name);
    setLaid(await desk.standalone.previewImport({ ours: [name] }));
  };
  const run = async (): Promise<void> => {
    try {
      const done = await desk.standalone.applyImport({ ours: ours === null ? null : [ours] });
      setLaid(done);
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
        {good === null ? null : <ExportLaidList laid={good} />}
        {good !== null && !good.applied && !something && !unknown ? <p>{t('export.nothing')}</p> : null}
        <p className="problem" role="alert">
          {problem}
        </p>
        <p role="status" className={styles.reading}>
          {reading === null ? null : t('export.reading', { name: reading })}
        </p>
        <div className={styles.tools}>
          {good?.applied === true ? (
            <Button key="close" look="primary" autoFocus onPress={onClose}>
              {t('export.close')}
            </Button>
          ) : (
            <>
              <Button
                look={something ? 'plain' : 'primary'}
                autoFocus
                disabled={reading !== null}
                onPress={() => input.current?.click()}
              >
                <FileSpreadsheet size={15} /> {t(laid === null ? 'export.choose' : 'export.other')}
              </Button>
              {something ? (
                <Button key="apply" look="primary" autoFocus onPress={() => void run()}>
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
