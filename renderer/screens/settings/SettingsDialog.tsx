import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { type Settings, settings as schema } from '#shared/contract/window/settings.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { useSettings } from '../../core/settings/use-settings.ts';
import { cx } from '../../kit/cx.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './SettingsDialog.module.css';

const { language, theme, metered } = schema.shape;

/** Language, theme and what the line costs. A choice takes effect at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { settings, change } = useSettings();
  const isFixed = useAnswerOf((ask) => ask.session.get)?.policy?.language !== undefined;
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <div className={styles.body}>
        <Choice
          label={t('settings.language')}
          value={settings.language}
          options={language.options.map((id) => [id, t(`settings.language_${id}`)])}
          locked={isFixed}
          {...(isFixed ? { explanation: t('policy.fixed') } : {})}
          onChange={(chosen) => change({ language: chosen })}
        />
        <Choice
          label={t('settings.theme')}
          value={settings.theme}
          options={theme.options.map((id) => [id, t(`settings.theme_${id}`)])}
          onChange={(chosen) => change({ theme: chosen })}
        />
        <Choice
          label={t('settings.metered')}
          value={settings.metered}
          options={metered.options.map((id) => [id, t(`settings.metered_${id}`)])}
          explanation={t('settings.metered_text')}
          onChange={(chosen) => change({ metered: chosen })}
        />
      </div>
    </Dialog>
  );
}

function Choice<T extends Settings[keyof Settings]>({
  label,
  value,
  options,
  explanation,
  locked = false,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly explanation?: string;
  /** The office's IT has chosen. */
  readonly locked?: boolean;
  readonly onChange: (value: T) => void;
}) {
  return (
    <RadioGroup
      value={value}
      isDisabled={locked}
      onChange={(chosen) => {
        const option = options.find(([known]) => known === chosen);
        if (option !== undefined) onChange(option[0]);
      }}
      className={cx(styles.choice)}
    >
      <Label className="small muted">{label}</Label>
      <div className={styles.options}>
        {options.map(([option, name]) => (
          <Radio key={option} value={option} className="toggle">
            {name}
          </Radio>
        ))}
      </div>
      {explanation === undefined ? null : (
        <Text slot="description" className={styles.explanation}>
          {explanation}
        </Text>
      )}
    </RadioGroup>
  );
}
