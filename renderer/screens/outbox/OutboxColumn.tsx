import { CircleCheck, Send } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { isSilent } from '#shared/domain/commands/command.ts';
import { outboxQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { manageTemplates, openComplaint } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { GroupHeading } from '../../widgets/list/GroupHeading.tsx';
import { type ListHandle, movedIndex } from '../../widgets/list/list-moves.ts';
import { needsAttention } from '../../widgets/text-card/needs-attention.ts';
import { useWords } from '../../words/reference.tsx';
import { AttentionLead } from './AttentionLead.tsx';
import { OutboxCard } from './OutboxCard.tsx';
import styles from './OutboxColumn.module.css';

/** What was sent and where it is: undelivered, refused, delivered. "Perlu perhatian" is the refused part alone. */
export function OutboxColumn({
  only,
  handle,
}: {
  readonly only: 'all' | 'refused';
  readonly handle: Ref<ListHandle>;
}) {
  const { desk } = useServices();
  const { t } = useWords();
  const { data } = useQuery(outboxQuery(desk));
  const selectedId = useSelection((state) => state.selectedId);
  const [at, setAt] = useState<string | null>(null);
  const region = useRef<HTMLElement>(null);
  const items = (data ?? []).filter((item) => !isSilent(item.kind));
  const refused = needsAttention(items);
  const undelivered = items.filter(isUndelivered);
  const groups = [
    { name: 'undelivered', items: only === 'all' ? undelivered : [] },
    { name: 'refused', items: refused },
    {
      name: 'delivered',
      items: only === 'all' ? items.filter((item) => item.delivery.state === 'accepted') : [],
    },
  ] as const;

  const first = groups
    .flatMap((group) => group.items)
    .find(({ complaintId }) => complaintId !== null)?.complaintId;
  useEffect(() => {
    if (first && selectedId === null) select(first, false);
  }, [first, selectedId]);

  // One line is marked: the one that was moved to, else the newest of the report on the right.
  const shownId =
    at ?? groups.flatMap((group) => group.items).find((item) => item.complaintId === selectedId)?.id;

  useImperativeHandle(handle, () => ({
    focus: () => region.current?.focus(),
    move: (to) => {
      const shown = groups.flatMap((group) => group.items);
      if (shown.length === 0) return;
      const from = shown.findIndex((item) => item.id === at);
      const item = shown[movedIndex(to, Math.max(0, from), from >= 0, shown.length, 5)];
      if (item === undefined) return;
      setAt(item.id);
      if (item.complaintId !== null) select(item.complaintId, true);
    },
  }));

  if (data === undefined) return <div className={styles.list} aria-busy="true" />;
  if (groups.every((group) => group.items.length === 0)) {
    const name = only === 'all' ? 'outbox' : 'attention';
    return (
      <div className={styles.list}>
        <EmptyState
          icon={name === 'outbox' ? <Send size={20} /> : <CircleCheck size={20} />}
          title={t(name === 'outbox' ? 'outbox.empty' : 'outbox.attention_empty')}
        >
          <p>{t(name === 'outbox' ? 'outbox.empty_text' : 'outbox.attention_empty_text')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <section
      ref={region}
      className={styles.list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('queue.label', { view: t(`view.${only === 'all' ? 'outbox' : 'attention'}`) })}
    >
      {only === 'all' ? (
        <p className={styles.lead}>
          {undelivered.length === 0 ? t('outbox.all_sent') : t('outbox.safe', { count: undelivered.length })}
        </p>
      ) : (
        <AttentionLead items={refused} />
      )}
      {groups.map((group) =>
        group.items.length === 0 ? null : (
          <section key={group.name} aria-label={t(`outbox.${group.name}`)}>
            <GroupHeading count={group.items.length}>{t(`outbox.${group.name}`)}</GroupHeading>
            {group.items.map((item) => (
              <OutboxCard
                key={item.id}
                item={item}
                selected={item.id === shownId}
                onOpen={() => {
                  setAt(item.id);
                  if (item.complaintId === null) manageTemplates('');
                  else openComplaint(item.complaintId);
                }}
              />
            ))}
          </section>
        ),
      )}
    </section>
  );
}

function isUndelivered({ delivery: { state } }: OutboxItem): boolean {
  return state !== 'accepted' && state !== 'refused';
}
