import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { cx } from '../../kit/cx.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './OwnAgency.module.css';

/** Which agency of the file is the officer's own, where the file writes it otherwise than they did. */
export function OwnAgency({
  agencies,
  chosen,
  onChoose,
}: {
  readonly agencies: readonly { readonly name: string; readonly rows: number }[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}) {
  const { officer } = useReference();
  const { t, count } = useWords();
  return (
    <RadioGroup value={chosen ?? ''} onChange={onChoose}>
      <Label className={styles.heading}>{t('import.which')}</Label>
      <Text slot="description" className={cx(styles.which)}>
        {t('import.which_hint', { agency: officer.agency?.name ?? '' })}
      </Text>
      <div className={styles.agencies}>
        {agencies.map(({ name, rows }) => (
          <Radio key={name} value={name} className={cx(styles.agency)}>
            {name}
            <span className={styles.rows}>{t('import.rows', { count: count(rows) })}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
