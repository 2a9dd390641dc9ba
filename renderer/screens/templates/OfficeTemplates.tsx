import { useId } from 'react';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { OfficeMark } from '../../kit/OfficeMark.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { DeliveryChip } from '../../widgets/delivery/DeliveryChip.tsx';
import { RefusedCard } from '../../widgets/text-card/RefusedCard.tsx';
import { UndoBar } from '../../widgets/undo/UndoBar.tsx';
import { useAct } from '../../widgets/undo/use-act.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './OfficeTemplates.module.css';
import { TemplateRow } from './TemplateRow.tsx';

/** The templates of the whole agency and of every agency, for those who look after them. */
export function OfficeTemplates() {
  const { t } = useWords();
  const headingId = useId();
  const office = useAnswerOf((ask) => ask.template.office) ?? [];
  const outbox = useAnswerOf((ask) => ask.outbox.list) ?? [];
  const sent = outbox.filter(({ complaintId }) => complaintId === null);
  const refused = sent.filter(({ delivery }) => delivery.state === 'refused');
  return (
    <section className={styles.office} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('templates.office_title')}</h2>
      <p className="small muted">
        {office.length === 0 ? `${t('templates.office_empty')} ` : ''}
        {t('templates.office_hint')}
      </p>
      <ul>
        {office.map((template) => (
          <OfficeRow key={template.id} template={template} sent={sent} />
        ))}
      </ul>
      <UndoBar />
      {refused.map((item) => (
        <RefusedCard key={item.id} item={item} view={null} />
      ))}
    </section>
  );
}

function OfficeRow({
  template: { name, everywhere },
  template,
  sent,
}: {
  readonly template: OfficeTemplate;
  readonly sent: readonly OutboxItem[];
}) {
  const { officer } = useReference();
  const { t } = useWords();
  const { act, problem } = useAct(null);
  const onItsWay = sent.find(
    ({ title, delivery: { state } }) =>
      !everywhere && nameKey(title) === nameKey(name) && state !== 'accepted' && state !== 'refused',
  );
  return (
    <TemplateRow name={name}>
      {onItsWay === undefined ? null : <DeliveryChip delivery={onItsWay.delivery} explained={false} />}
      <OfficeMark template={template} />
      {!everywhere && mayDo(officer.role, 'withdraw_template') ? (
        <Button
          size="small"
          label={t('templates.withdraw_named', { name })}
          onPress={() => act({ kind: 'withdraw_template', payload: { name } })}
        >
          {t('templates.withdraw')}
        </Button>
      ) : null}
      <Problem>{problem}</Problem>
    </TemplateRow>
  );
}
