import type { Template } from '#shared/domain/answers/templates.ts';
import { officeTemplateOf } from '#shared/domain/commands/spec/office-templates.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { OfficeMark } from '../../kit/OfficeMark.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { useAct } from '../../widgets/undo/use-act.ts';
import { useWords } from '../../words/reference.tsx';
import { TemplateRow } from './TemplateRow.tsx';

/** One of the officer's own templates. Sharing it replaces the office's template of the same name. */
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
  const { t } = useWords();
  const { name, text } = template;
  const { act, problem } = useAct(null);
  const shared = officeTemplateOf(useAnswerOf((ask) => ask.template.office) ?? [], name);
  const step = shared === undefined ? 'share' : shared.text === text ? 'withdraw' : 'replace';
  return (
    <TemplateRow name={name}>
      <Problem>{problem}</Problem>
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
    </TemplateRow>
  );
}
