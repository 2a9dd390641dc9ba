import { Copy, Download, PenLine, Trash2 } from 'lucide-react';
import type { CaseView } from '#shared/contract/window/case.ts';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { download } from '../../core/browser/download.ts';
import { Button } from '../../kit/Button.tsx';
import { useClockWords, useReference } from '../../words/reference.tsx';
import { DeliveryChip } from '../delivery/DeliveryChip.tsx';
import { textFile } from './export-texts.ts';
import { mayReopen } from './may-reopen.ts';
import { TextCard } from './TextCard.tsx';
import { useCopy } from './use-copy.ts';
import { useRefused } from './use-refused.ts';

/** A refused text: why, what to do next, and the ways to keep it. It stays until the officer decides. */
export function RefusedCard({
  item,
  view,
}: {
  readonly item: OutboxItem;
  /** Its complaint; null: it is no longer known here. */
  readonly view: Pick<CaseView, 'complaint' | 'ours'> | null;
}) {
  const { officer } = useReference();
  const words = useClockWords();
  const { t } = words;
  const copy = useCopy();
  const { problem, doing, reopen, discard } = useRefused(item);
  const { code } = item.delivery;

  return (
    <TextCard
      kind={t(`command.${item.kind}.name`)}
      at={item.composedAt}
      complaint={view === null ? item : null}
      refused
      chip={<DeliveryChip delivery={item.delivery} explained={false} />}
      why={
        code === null ? null : (
          <>
            <p className="problem">{t(`refusal.${code}`)}</p>
            <p>
              <b>{t('attention.next_label')}</b> {t(`attention.next.${code}`)}
            </p>
          </>
        )
      }
      text={item.text}
      files={item.attachments}
      actions={
        <>
          {mayReopen(item, view, officer) ? (
            <Button icon={PenLine} size="small" onPress={() => void reopen()}>
              {t('outbox.reopen')}
            </Button>
          ) : null}
          <Button icon={Copy} size="small" onPress={() => void doing(() => copy(item.text, 'outbox.copied'))}>
            {t('outbox.copy')}
          </Button>
          <Button icon={Download} size="small" onPress={() => download(textFile(item, words))}>
            {t('attention.export_this')}
          </Button>
          <Button icon={Trash2} size="small" onPress={() => void discard()}>
            {t('conflict.discard')}
          </Button>
        </>
      }
      problem={problem}
    />
  );
}
