import { CircleCheck, Download, Send } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { isSilent } from '#shared/domain/commands/command.ts';
import { download } from '../../core/browser/download.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { manageTemplates, openComplaint } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { GroupHeading } from '../../widgets/list/GroupHeading.tsx';
import { type ListHandle, movedIndex } from '../../widgets/list/list-moves.ts';
import { tableFile } from '../../widgets/text-card/export-texts.ts';
import { needsAttention } from '../../widgets/text-card/needs-attention.ts';
import { useClockWords, useWords } from '../../words/reference.tsx';
import { OutboxCard } from './OutboxCard.tsx';
import styles from './OutboxColumn.module.css';

type OutboxView = 'outbox' | 'attention';

/** A card is higher than a row, so that a page has few of them. */
const CARDS_OF_PAGE = 5;

/** What was sent and where it is: undelivered, refused, delivered. "Perlu perhatian" has the refused only. */
export function OutboxColumn({
  view,
  handle,
}: {
  readonly view: OutboxView;
  readonly handle: Ref<ListHandle>;
}) {
  const { t } = useWords();
  const data = useAnswerOf((ask) => ask.outbox.list);
  const region = useRef<HTMLElement>(null);
  const groups = groupsOf(data ?? [], view);
  const shown = groups.flatMap(({ items }) => items);
  const { marked, mark } = useMarkedItem(shown, region, handle);

  if (data === undefined) return <div className={styles.list} aria-busy="true" />;
  if (shown.length === 0) {
    const [icon, name] =
      view === 'outbox' ? ([Send, 'empty'] as const) : ([CircleCheck, 'attention_empty'] as const);
    return (
      <div className={styles.list}>
        <EmptyState icon={icon} title={t(`outbox.${name}`)} text={t(`outbox.${name}_text`)} />
      </div>
    );
  }
  const label = t('queue.label', { view: t(`view.${view}`) });
  return (
    <ScrollArea ref={region} label={label} className={styles.list}>
      <Lead view={view} shown={shown} />
      {groups.map(({ name, items }) =>
        items.length === 0 ? null : (
          <section key={name} aria-label={t(`outbox.${name}`)}>
            <GroupHeading count={items.length}>{t(`outbox.${name}`)}</GroupHeading>
            {items.map((item) => (
              <OutboxCard
                key={item.id}
                item={item}
                selected={item.id === marked}
                onOpen={() => {
                  mark(item.id);
                  if (item.complaintId === null) manageTemplates('');
                  else openComplaint(item.complaintId);
                }}
              />
            ))}
          </section>
        ),
      )}
    </ScrollArea>
  );
}

function groupsOf(items: readonly OutboxItem[], view: OutboxView) {
  const refused = { name: 'refused', items: needsAttention(items) } as const;
  if (view === 'attention') return [refused];
  const sent = items.filter(({ kind }) => !isSilent(kind));
  return [
    { name: 'undelivered', items: sent.filter(isUndelivered) },
    refused,
    { name: 'delivered', items: sent.filter(({ delivery }) => delivery.state === 'accepted') },
  ] as const;
}

function isUndelivered({ delivery: { state } }: OutboxItem): boolean {
  return state !== 'accepted' && state !== 'refused';
}

/** One card is marked: the one that was moved to, else the newest of the complaint on the right. */
function useMarkedItem(
  items: readonly OutboxItem[],
  region: { readonly current: HTMLElement | null },
  handle: Ref<ListHandle>,
) {
  const selectedId = useSelection((state) => state.selectedId);
  const [at, mark] = useState<string | null>(null);
  const first = items.find(({ complaintId }) => complaintId !== null)?.complaintId;
  useEffect(() => {
    if (first && selectedId === null) select(first, false);
  }, [first, selectedId]);
  useImperativeHandle(handle, () => ({
    focus: () => region.current?.focus(),
    move: (to) => {
      const from = items.findIndex(({ id }) => id === at);
      const item = items[movedIndex(to, Math.max(0, from), from >= 0, items.length, CARDS_OF_PAGE)];
      if (item === undefined) return;
      mark(item.id);
      if (item.complaintId !== null) select(item.complaintId, true);
    },
  }));
  return { marked: at ?? items.find(({ complaintId }) => complaintId === selectedId)?.id, mark };
}

/** That nothing is lost; the refused texts can be saved as one table. */
function Lead({ view, shown }: { readonly view: OutboxView; readonly shown: readonly OutboxItem[] }) {
  const words = useClockWords();
  const { t } = words;
  const undelivered = shown.filter(isUndelivered).length;
  if (view === 'outbox') {
    const text = undelivered === 0 ? t('outbox.all_sent') : t('outbox.safe', { count: undelivered });
    return <p className={styles.lead}>{text}</p>;
  }
  return (
    <div className={styles.lead}>
      <p>{t('attention.safe', { count: shown.length })}</p>
      <Button icon={Download} size="small" onPress={() => download(tableFile(shown, words))}>
        {t('attention.export_all')}
      </Button>
    </div>
  );
}
