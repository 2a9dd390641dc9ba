import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { cx } from './cx.ts';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small' | 'icon' | 'icon-small';
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Needed where the button shows an icon alone. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly autoFocus?: boolean;
};

export function Button({
  children,
  onPress,
  look = 'plain',
  size = 'normal',
  type = 'button',
  disabled = false,
  label,
  describedBy,
  className,
  ref,
  autoFocus = false,
}: ButtonProps) {
  return (
    <AriaButton
      type={type}
      isDisabled={disabled}
      autoFocus={autoFocus}
      className={cx(styles.button, styles[look], styles[size], className)}
      {...(ref === undefined ? {} : { ref })}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      {children}
    </AriaButton>
  );
}
