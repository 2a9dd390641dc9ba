import { useRef, useState } from 'react';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { promiseToPlan } from '#shared/domain/commands/promise-keeper.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import {
  type Casework as CaseworkData,
  caseworkOf,
  citedIds,
  unpublishedAnswers,
} from '#shared/domain/complaint/casework.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { PRIORITIES } from '#shared/domain/complaint/entry-detail.ts';
import { caseworkRequests } from '../../../core/state/requests.ts';
import { Button } from '../../../kit/Button.tsx';
import { ChoiceGroup } from '../../../kit/ChoiceGroup.tsx';
import { Disclosure } from '../../../kit/Disclosure.tsx';
import { Problem } from '../../../kit/Problem.tsx';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { inLine } from '../../../words/direction.ts';
import type { DatedWords } from '../../../words/i18n.ts';
import { useClockWords, useReference } from '../../../words/reference.tsx';
import styles from './Casework.module.css';
import { FieldRow } from './FieldRow.tsx';
import { Group } from './Group.tsx';
import { Labels } from './Labels.tsx';
import { Links } from './Links.tsx';
import { Plan } from './Plan.tsx';
import { Snooze } from './Snooze.tsx';

/** The agency's own order of a complaint: who works on it, how urgent it is, when it is looked at again. */
export function Casework({
  complaint,
  ours,
}: {
  readonly complaint: Complaint;
  /** False: it has left the agency, and nothing can be changed. */
  readonly ours: boolean;
}) {
  const { officer } = useReference();
  const words = useClockWords();
  const { t } = words;
  const { act, problem } = useAct(complaint.id);
  const { open, setOpen, fields } = useAskedField(complaint, ours);
  const casework = caseworkOf(complaint);
  const { assignee, priority, labels, plannedDay, links } = casework;
  const may = (kind: CommandBody['kind']): boolean => ours && mayDo(officer.role, kind);
  const summary = summaryOf(casework, officer.id, words);
  return (
    <Disclosure
      summary={
        <>
          {t('casework.title')}
          {summary === '' ? null : <span className={styles.summary}> · {summary}</span>}
        </>
      }
      open={open}
      onToggle={setOpen}
    >
      <div ref={fields} className={styles.fields}>
        <FieldRow name={t('casework.assignee')}>
          <span>{assignee?.name ?? t('casework.nobody')}</span>
          {assignee !== null && may('take_back') ? (
            <Button size="small" onPress={() => act({ kind: 'take_back', payload: { text: '' } })}>
              {t('casework.take_back')}
            </Button>
          ) : null}
        </FieldRow>
        <FieldRow name={t('command.set_priority.name')}>
          <ChoiceGroup
            label={t('command.set_priority.name')}
            field="priority"
            choices={PRIORITIES.map((id) => ({ id, words: t(`casework.priorities.${id}`) }))}
            value={priority}
            locked={!may('set_priority')}
            onChoose={(next) => act({ kind: 'set_priority', payload: { priority: next } })}
          />
        </FieldRow>
        <Labels labels={labels} locked={!may('set_labels')} onAct={act} />
        <Plan day={plannedDay} locked={!may('plan')} onAct={act} />
        <Snooze until={casework.snoozed.get(officer.id) ?? null} locked={!may('snooze')} onAct={act} />
        <Links links={links} cited={citedIds(complaint)} locked={!may('link')} onAct={act} />
        <Group complaintId={complaint.id} />
        <Problem>{problem}</Problem>
      </div>
    </Disclosure>
  );
}

/** Answers a key or the palette that asks for a field: the casework opens, then the field takes the focus. */
function useAskedField(complaint: Complaint, ours: boolean) {
  const { basis, officer, today } = useReference();
  const [open, setOpen] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  caseworkRequests.useAnswer(complaint.id, ({ field }) => {
    // An answer or a promise on the screen takes the request. Without one, nothing may happen later either.
    if (field === 'publish')
      return mayDo(officer.role, 'publish') && unpublishedAnswers(complaint).length > 0
        ? 'later'
        : 'answered';
    if (field === 'promise')
      return ours && promiseToPlan(complaint, officer, today, basis.calendar) !== null ? 'later' : 'answered';
    if (!open) {
      setOpen(true);
      return 'later';
    }
    const found = fields.current?.querySelector<HTMLElement>(`[data-field=${field}]`);
    (found?.querySelector('button') ?? found)?.focus();
    return 'answered';
  });
  return { open, setOpen, fields };
}

/** What is arranged, in a line: "Budi · mendesak · drainase · rencana Sen, 30 Nov". Empty: nothing is. */
function summaryOf(
  { assignee, priority, labels, plannedDay, links, snoozed }: CaseworkData,
  officerId: string,
  { t, today, mediumDay }: DatedWords,
): string {
  const snoozedUntil = snoozed.get(officerId) ?? null;
  return inLine([
    ...(assignee === null ? [] : [assignee.name]),
    ...(priority === 'normal' ? [] : [t(`casework.priorities.${priority}`)]),
    ...labels,
    ...(plannedDay === null ? [] : [t('casework.planned', { day: mediumDay(plannedDay) })]),
    ...(snoozedUntil === null || snoozedUntil <= today
      ? []
      : [t('casework.snoozed', { day: mediumDay(snoozedUntil) })]),
    ...links,
  ]);
}
