import type { ComponentProps, ReactNode } from 'react';

type TextInputProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly onType: (text: string) => void;
};

export function TextInput({ label, hint, onType, children, ...input }: TextInputProps) {
  return (
    <label className="stack">
      {label}
      <input
        className="field"
        autoComplete="off"
        {...input}
        onChange={({ target }) => onType(target.value)}
      />
      {hint === undefined ? null : <span className="small muted">{hint}</span>}
      {children}
    </label>
  );
}
