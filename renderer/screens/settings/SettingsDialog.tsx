import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { closingSetting } from '#shared/contract/process/shell-settings.ts';
import { settings as schema } from '#shared/contract/window/settings.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { useSettings } from '../../core/settings/use-settings.ts';
import { useShellSettings } from '../../core/settings/use-shell-settings.ts';
import { cx } from '../../kit/cx.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './SettingsDialog.module.css';

const { language, theme, metered } = schema.shape;
const AUTOSTART = ['off', 'on'] as const;

/** Language, theme, what the line costs, and the program in the system. A choice takes effect at once. */
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
        <ShellChoices />
      </div>
    </Dialog>
  );
}

/** What the program does in the system. In a browser there is nothing of it to choose. */
function ShellChoices() {
  const { t } = useWords();
  const { settings, change } = useShellSettings();
  if (settings === null) return null;
  const { closing, autostart } = settings;
  return (
    <>
      {closing === null ? null : (
        <Choice
          label={t('settings.closing')}
          value={closing}
          options={closingSetting.options.map((id) => [id, t(`settings.closing_${id}`)])}
          explanation={t('settings.closing_text')}
          onChange={(chosen) => void change({ closing: chosen })}
        />
      )}
      <Choice
        label={t('settings.autostart')}
        value={autostart ? 'on' : 'off'}
        options={AUTOSTART.map((id) => [id, t(`settings.autostart_${id}`)])}
        explanation={t(closing === null ? 'settings.autostart_window' : 'settings.autostart_text')}
        onChange={(chosen) => void change({ autostart: chosen === 'on' })}
      />
    </>
  );
}

function Choice<T extends string>({
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
