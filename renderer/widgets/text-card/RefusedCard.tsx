import { Copy, Download, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CaseView } from '#shared/contract/window/case.ts';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { copyText } from '../../core/browser/copy-text.ts';
import { download } from '../../core/browser/download.ts';
import { announce } from '../../core/state/announcement.ts';
import { Button } from '../../kit/Button.tsx';
import { useClockWords, useReference } from '../../words/reference.tsx';
import { DeliveryChip } from '../delivery/DeliveryChip.tsx';
import { textFile } from './export-texts.ts';
import { mayReopen } from './may-reopen.ts';
import { TextCard } from './TextCard.tsx';
import { useDiscard } from './use-discard.ts';
import { useReopen } from './use-reopen.ts';

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
  const [problem, setProblem] = useState<string | null>(null);
  const reopen = useReopen();
  const discard = useDiscard();
  const { code } = item.delivery;

  const doing = (what: () => Promise<string | null>) => {
    setProblem(null);
    void what()
      .catch(() => t('attention.not_done'))
      .then(setProblem);
  };
  const copy = async (): Promise<string | null> => {
    if (!(await copyText(item.text))) return t('attention.not_copied');
    announce(t('outbox.copied'));
    return null;
  };
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
            <Button icon={PenLine} size="small" onPress={() => doing(() => reopen(item))}>
              {t('outbox.reopen')}
            </Button>
          ) : null}
          <Button icon={Copy} size="small" onPress={() => doing(copy)}>
            {t('outbox.copy')}
          </Button>
          <Button icon={Download} size="small" onPress={() => download(textFile(item, words))}>
            {t('attention.export_this')}
          </Button>
          <Button icon={Trash2} size="small" onPress={() => doing(() => discard(item))}>
            {t('conflict.discard')}
          </Button>
        </>
      }
      problem={problem}
    />
  );
}
