import { type ComponentProps, type ReactNode, useId } from 'react';
import {
  MAX_RECORDED_LENGTH,
  type Recorded,
  type RecordedProblem,
} from '#shared/domain/complaint/recorded.ts';
import { Select } from '../../kit/Select.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './Field.module.css';
import { instantOf, type LineName, lineOf, localOf, withLine } from './form.ts';

export type FormProps = {
  readonly complaint: Recorded;
  readonly onChange: (complaint: Recorded) => void;
  /** The field that keeps the form from being sent; `problemId`: of the sentence that says why. */
  readonly wrong: RecordedProblem | 'text' | null;
  readonly problemId: string;
};

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

/** One line of text, or a moment. By the name of its field the form finds what is to be corrected. */
export function Line({
  name,
  form: { complaint, onChange, wrong, problemId },
  type = 'text',
  wide = false,
}: {
  readonly name: LineName;
  readonly form: FormProps;
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'datetime-local';
  readonly wide?: boolean;
}) {
  const { t } = useWords();
  const isMoment = type === 'datetime-local';
  const label = t(`intake.field.${name}`);
  const value = lineOf(complaint, name);
  // As the problem of a recorded complaint calls it.
  const fieldName = name === 'receivedAt' ? 'received' : name;
  const isWrong = wrong === fieldName;
  return (
    <Field label={isMoment ? `${label} (${t('intake.wib')})` : label} wide={wide}>
      {(id) => (
        <input
          id={id}
          name={fieldName}
          type={type}
          className="field"
          value={isMoment ? localOf(value) : value}
          maxLength={MAX_RECORDED_LENGTH}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? problemId : undefined}
          onChange={({ target }) =>
            onChange(withLine(complaint, name, isMoment ? instantOf(target.value) : target.value))
          }
        />
      )}
    </Field>
  );
}

export function SelectField<Id extends string>({
  label,
  ...select
}: Pick<ComponentProps<typeof Select<Id>>, 'value' | 'options' | 'onChoose'> & { readonly label: string }) {
  return <Field label={label}>{(id) => <Select id={id} {...select} />}</Field>;
}

export function CheckField({
  name,
  form,
}: {
  readonly name: 'anonymous' | 'confidential';
  readonly form: FormProps;
}) {
  const { t } = useWords();
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={form.complaint[name]}
        onChange={({ target }) => form.onChange({ ...form.complaint, [name]: target.checked })}
      />
      <span>
        {t(`intake.field.${name}`)} <span className="small muted">{t(`intake.${name}_hint`)}</span>
      </span>
    </label>
  );
}
