import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './ChoiceGroup.module.css';
import { cx } from './cx.ts';

/** One of a few that are all in sight. Arrows go from one to the next; only Enter or a click chooses. */
export function ChoiceGroup<Id extends string>({
  label,
  field,
  choices,
  value,
  locked = false,
  tabs = false,
  onChoose,
}: {
  readonly label: string;
  /** Its `data-field`, by which a key finds the group. */
  readonly field?: string;
  readonly choices: readonly {
    readonly id: Id;
    readonly words: ReactNode;
    /** What is spoken in place of the words. */
    readonly label?: string;
  }[];
  readonly value: Id;
  readonly locked?: boolean;
  /** It chooses what stands below it. */
  readonly tabs?: boolean;
  readonly onChoose: (id: Id) => void;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      data-field={field}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={locked}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = choices.find(({ id }) => keys.has(id));
        if (next !== undefined) onChoose(next.id);
      }}
      className={cx(styles.group)}
    >
      {choices.map(({ id, words, label: spoken }) => (
        <ToggleButton
          key={id}
          id={id}
          className={cx('toggle small', tabs && 'tab')}
          {...(spoken === undefined ? {} : { 'aria-label': spoken })}
        >
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
