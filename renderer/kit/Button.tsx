import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { cx } from './cx.ts';

type ButtonProps = Pick<AriaProps, 'onPress' | 'type' | 'autoFocus'> & {
  readonly children?: ReactNode;
  /** Before the words, or alone. */
  readonly icon?: LucideIcon;
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small' | 'icon' | 'icon-small';
  readonly disabled?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A quiet button that shows an icon alone; `label` says what it does. */
export function IconButton(props: ButtonProps & { readonly icon: LucideIcon; readonly label: string }) {
  return <Button variant="quiet" size="icon" {...props} />;
}

export function Button({
  children,
  icon: Icon,
  variant = 'plain',
  size = 'normal',
  disabled = false,
  label,
  describedBy,
  className,
  ...others
}: ButtonProps) {
  return (
    <AriaButton
      {...others}
      isDisabled={disabled}
      className={cx(styles.button, styles[variant], styles[size], className)}
      {...(label !== undefined && { 'aria-label': label })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
    >
      {Icon === undefined ? null : <Icon size={size === 'icon' ? 16 : 14} />}
      {children}
    </AriaButton>
  );
}
