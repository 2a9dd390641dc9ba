import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { Settings } from '#shared/contract/window/settings.ts';
import { useSettings } from '../../core/settings/use-settings.ts';
import { cx } from '../../kit/cx.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './SettingsDialog.module.css';

/** Language, appearance and what the link may cost; a choice holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { settings, change } = useSettings();
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <div className={styles.body}>
        <Choice
          label={t('settings.language')}
          value={settings.language}
          options={[
            ['id', t('settings.language_id')],
            ['en', t('settings.language_en')],
          ]}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('settings.theme')}
          value={settings.theme}
          options={[
            ['system', t('settings.theme_system')],
            ['light', t('settings.theme_light')],
            ['dark', t('settings.theme_dark')],
          ]}
          onChange={(theme) => change({ theme })}
        />
        <Choice
          label={t('settings.downloads')}
          value={settings.downloads}
          options={[
            ['auto', t('settings.downloads_auto')],
            ['on_demand', t('settings.downloads_on_demand')],
          ]}
          explanation={t('settings.downloads_text')}
          onChange={(downloads) => change({ downloads })}
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
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  /** One sentence on what the choice means. */
  readonly explanation?: string;
  readonly onChange: (value: T) => void;
}) {
  return (
    <RadioGroup
      value={value}
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
