import type { ComponentProps } from 'react';

type TextInputProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  readonly label: string;
  /** What it is for. */
  readonly hint?: string;
  readonly onType: (text: string) => void;
};

/** One line to type, under its name. */
export function TextInput({ label, hint, onType, children, ...input }: TextInputProps) {
  return (
    <label className="stack">
      <span>{label}</span>
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
