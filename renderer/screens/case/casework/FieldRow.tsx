import { type FormEvent, type ReactNode, useState } from 'react';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { Button } from '../../../kit/Button.tsx';
import { useWords } from '../../../words/reference.tsx';

export type CaseworkFieldProps = {
  readonly locked: boolean;
  readonly onAct: (body: CommandBody) => void;
};

/** What a line of the casework is about, and what stands there. */
export function FieldRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="cluster">
      <span className="row-name">{name}</span>
      {children}
    </div>
  );
}

/** A field that adds one more to its line, by Enter or the button. */
export function AddField({
  field,
  label,
  maxLength,
  numeric = false,
  onAdd,
}: {
  /** Its `data-field`, by which a key finds it. */
  readonly field: string;
  readonly label: string;
  readonly maxLength: number;
  readonly numeric?: boolean;
  readonly onAdd: (text: string) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setText('');
    onAdd(text.trim());
  };
  return (
    <form className="cluster" onSubmit={add}>
      <input
        className="field small"
        data-field={field}
        aria-label={label}
        placeholder={label}
        inputMode={numeric ? 'numeric' : 'text'}
        maxLength={maxLength}
        value={text}
        onChange={({ target: { value } }) => setText(numeric ? value.replace(/\D/g, '') : value)}
      />
      <Button size="small" type="submit">
        {t('casework.add')}
      </Button>
    </form>
  );
}
