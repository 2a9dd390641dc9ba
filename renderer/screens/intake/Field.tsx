import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

/** A label over its field, which takes the id. */
function Field({
  label,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide ? styles.wide : 'stack'}>
      <label htmlFor={id} className="small muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** One line of text; `wrong`: it is what keeps the form from being sent. */
export function TextField({
  label,
  name,
  value,
  wide = false,
  wrong = false,
  describedBy,
  type = 'text',
  onChange,
}: {
  readonly label: string;
  /** By it the form finds the field that is to be corrected. */
  readonly name: string;
  readonly value: string;
  readonly wide?: boolean;
  readonly wrong?: boolean;
  readonly describedBy: string;
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'datetime-local';
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label} wide={wide}>
      {(id) => (
        <input
          id={id}
          name={name}
          type={type}
          className="field"
          value={value}
          maxLength={500}
          autoComplete="off"
          aria-invalid={wrong}
          aria-describedby={wrong ? describedBy : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** One of a few. */
export function SelectField<Id extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly (readonly [id: Id, words: string])[];
  readonly onChange: (id: Id) => void;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={value}
          onChange={(event) => {
            const chosen = options.find(([id]) => id === event.target.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no, with what it means. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label} <span className="small muted">{hint}</span>
      </span>
    </label>
  );
}
