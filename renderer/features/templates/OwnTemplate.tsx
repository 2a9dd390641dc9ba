import type { Template } from '#shared/domain/answers/templates.ts';
import { officeTemplateOf, templateSubject } from '#shared/domain/commands/office-templates.ts';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import { OfficeMark } from '../../components/OfficeMark.tsx';
import { officeTemplatesQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { useAct } from '../casework/use-act.ts';
import styles from './TemplatesDialog.module.css';

/** One of the officer's own: to change, to throw away, and to share where they may; the same name replaces the office's. */
export function OwnTemplate({
  template,
  shares,
  onEdit,
  onRemove,
}: {
  readonly template: Template;
  readonly shares: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { desk } = useServices();
  const { t } = useWords();
  const { name, text } = template;
  const { act, problem } = useAct(templateSubject(name));
  const shared = officeTemplateOf(useQuery(officeTemplatesQuery(desk)).data ?? [], name);
  const step = shared === undefined ? 'share' : shared.text === text ? 'withdraw' : 'replace';
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span className={styles.problem} role="alert">
        {problem}
      </span>
      {step === 'withdraw' && shared !== undefined ? <OfficeMark template={shared} /> : null}
      {shares ? (
        <Button
          size="small"
          label={t(`templates.${step}_named`, { name })}
          onPress={() =>
            act(
              step === 'withdraw'
                ? { kind: 'withdraw_template', payload: { name } }
                : { kind: 'share_template', payload: { name, text } },
            )
          }
        >
          {t(`templates.${step}`)}
        </Button>
      ) : null}
      <Button size="small" label={t('templates.edit_named', { name })} onPress={onEdit}>
        {t('templates.edit')}
      </Button>
      <Button size="small" label={t('templates.remove_named', { name })} onPress={onRemove}>
        {t('templates.remove')}
      </Button>
    </li>
  );
}
