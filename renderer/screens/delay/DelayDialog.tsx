import { Copy, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Day, dayOrNull } from '#shared/domain/calendar/day.ts';
import { isWorkingDay } from '#shared/domain/calendar/working-days.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { delayOf } from '#shared/domain/deadlines/delay.ts';
import { printPage } from '../../core/browser/print.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { useSelection } from '../../core/state/selection.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { useCopy } from '../../widgets/text-card/use-copy.ts';
import { useClockWords, useReference } from '../../words/reference.tsx';
import styles from './DelayDialog.module.css';
import { delayPage, delayText } from './delay-page.ts';

/** Jelaskan keterlambatan: one page about the selected complaint, to be read, copied or printed. */
export function DelayDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, today } = useClockWords();
  const selectedId = useSelection((state) => state.selectedId);
  const complaint = useAnswerOf(
    (ask) => ask.case.get,
    selectedId === null ? null : { id: selectedId },
  )?.complaint;
  const from = dayOrNull(complaint?.receivedAt ?? '') ?? today;
  const offline = useAnswerOf((ask) => ask.deadlines.offlineDays, { from, to: today });
  return (
    <Dialog wide title={t('delay.title')} onClose={onClose}>
      {complaint === undefined || offline === undefined ? null : (
        <Page complaint={complaint} offline={offline} />
      )}
    </Dialog>
  );
}

function Page({ complaint, offline }: { readonly complaint: Complaint; readonly offline: readonly Day[] }) {
  const { basis } = useReference();
  const context = useClockWords();
  const { t, today, calendar } = context;
  const [problem, setProblem] = useState<string | null>(null);
  const page = useMemo(
    () =>
      delayPage(
        complaint,
        delayOf(complaint, basis, today),
        offline.filter((day) => isWorkingDay(calendar, day)),
        context,
      ),
    [complaint, basis, today, offline, calendar, context],
  );
  const copyText = useCopy();
  const print = async () => {
    setProblem(null);
    const outcome = await printPage();
    if (outcome === 'no_printer' || outcome === 'not_taken') setProblem(t(`letter.outcome.${outcome}`));
  };
  const copy = async () => setProblem(await copyText(delayText(complaint, page, context), 'delay.copied'));
  return (
    <>
      <ScrollArea label={t('delay.title')} className={styles.page} data-printed>
        <h3>{page.heading}</h3>
        <p>{complaint.title}</p>
        {page.clocks.length === 0 ? <p>{t('delay.none')}</p> : null}
        {page.clocks.map(({ verdict, arithmetic }) => (
          <p key={verdict}>
            <b>{verdict}</b>
            <span className={styles.arithmetic}>{arithmetic}</span>
          </p>
        ))}
        <table className={styles.table}>
          <caption className={styles.caption}>{t('delay.waited')}</caption>
          <tbody>
            {page.stretches.map(({ span, holder, days }) => (
              <tr key={span}>
                <td>{span}</td>
                <th scope="row">{holder}</th>
                <td className={styles.days}>{days}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <b>{t('delay.sums')}:</b> {page.sums.join('; ')}
        </p>
        {page.offline === null ? null : <p>{page.offline}</p>}
      </ScrollArea>
      <div className="dialog-foot">
        <Problem>{problem}</Problem>
        <Button icon={Copy} onPress={() => void copy()}>
          {t('outbox.copy')}
        </Button>
        <Button icon={Printer} onPress={() => void print()}>
          {t('delay.print')}
        </Button>
      </div>
    </>
  );
}
