import { FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import { type ImportSummary, MAX_IMPORT_BYTES } from '#shared/contract/window/standalone.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import { toBase64 } from '../../core/files/base64.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import type { Backend } from '../../core/transport/backend.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { FilePicker } from '../../widgets/files/FilePicker.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { failureWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './ImportDialog.module.css';
import { ImportSummaryList } from './ImportSummaryList.tsx';
import { OwnAgency } from './OwnAgency.tsx';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** LAPOR!'s file for a standalone agency: choose it, see what it will do, take it. */
export function ImportDialog({ onClose }: DialogProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { reading, read, ours, problem, take, choose, apply } = useImport();
  const summary = read?.ok === true ? read : null;
  const pending = summary?.applied === false ? summary : null;
  const unknown = pending !== null && !pending.agencies.some((one) => one.ours && ours === null);
  const something = summary !== null && summary.new + summary.changed > 0;
  return (
    <Dialog wide title={t('import.title')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button does the same by keyboard */}
      <div
        className="dialog-body"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p className="muted">{t('import.lead')}</p>
        <FilePicker ref={input} single accept={XLSX} onPick={([file]) => void take(file)} />
        {unknown && pending.agencies.length > 0 ? (
          <OwnAgency agencies={pending.agencies} chosen={ours} onChoose={(name) => void choose(name)} />
        ) : null}
        {summary === null ? null : <ImportSummaryList summary={summary} />}
        {pending !== null && !something && !unknown ? <p>{t('import.nothing')}</p> : null}
        <Problem>{problem}</Problem>
        <p role="status" className={styles.reading}>
          {reading === null ? null : t('import.reading', { name: reading })}
        </p>
        <div className={styles.tools}>
          {summary?.applied === true ? (
            <Button key="close" variant="primary" autoFocus onPress={onClose}>
              {t('import.close')}
            </Button>
          ) : (
            <Button
              icon={FileSpreadsheet}
              variant={something ? 'plain' : 'primary'}
              autoFocus
              disabled={reading !== null}
              onPress={() => input.current?.click()}
            >
              {t(read === null ? 'import.choose' : 'import.other')}
            </Button>
          )}
          {pending !== null && something ? (
            <Button key="apply" variant="primary" autoFocus onPress={() => void apply()}>
              {t('import.apply')}
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function useImport() {
  const { backend } = useServices();
  const { t } = useWords();
  /** The name of the file that is being read. */
  const [reading, setReading] = useState<string | null>(null);
  const [read, setRead] = useState<ImportSummary | null>(null);
  /** The agency of the file that the officer said is theirs. */
  const [ours, setOurs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(file.name);
    setProblem(null);
    setOurs(null);
    const answer = await readExport(backend, file);
    setReading(null);
    setRead(answer.ok ? answer.summary : null);
    if (!answer.ok) setProblem(t(`import.${answer.problem}`));
    else if (!answer.summary.ok) setProblem(answer.summary.reason);
  };
  const choose = async (name: string): Promise<void> => {
    setOurs(name);
    setRead(await backend.standalone.previewImport({ ours: [name] }));
  };
  const apply = async (): Promise<void> => {
    try {
      const done = await backend.standalone.applyImport({ ours: ours === null ? null : [ours] });
      setRead(done);
      if (done.ok) announce(t('import.said_done', { count: done.new + done.changed }));
    } catch (error) {
      setProblem(failureWords(error, t, 'import.lost'));
    }
  };
  return { reading, read, ours, problem, take, choose, apply };
}

type ExportRead =
  | { readonly ok: true; readonly summary: ImportSummary }
  /** It did not get as far as being looked at. */
  | { readonly ok: false; readonly problem: 'too_large' | 'unreadable' | 'lost' };

/** Hands LAPOR!'s file over, chunk by chunk, and asks what it would do; nothing is changed yet. */
async function readExport(backend: Backend, file: Blob): Promise<ExportRead> {
  if (file.size > MAX_IMPORT_BYTES) return { ok: false, problem: 'too_large' };
  try {
    await backend.standalone.beginImport({ size: file.size });
    for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
      const bytes = await file
        .slice(offset, offset + CHUNK_BYTES)
        .arrayBuffer()
        .catch(() => null);
      if (bytes === null) return { ok: false, problem: 'unreadable' };
      await backend.standalone.appendImport({ offset, bytes: toBase64(new Uint8Array(bytes)) });
    }
    return { ok: true, summary: await backend.standalone.previewImport({ ours: null }) };
  } catch {
    return { ok: false, problem: 'lost' };
  }
}
