import { useWords } from '../../words/reference.tsx';

/** What is wrong with a form, and with which of its fields. */
export type FormProblem<Name extends string> = { readonly field: Name | null; readonly text: string };

/** A line of a form of the first run, with what it is for. */
export function Field({
  words,
  type = 'text',
  value,
  maxLength,
  problemId,
  wrong,
  onChange,
}: {
  /** The keys of its label; that of the explanation ends with `_hint`. */
  readonly words: 'session.url' | 'session.code' | 'session.name' | 'first.agency';
  readonly type?: string;
  readonly value: string;
  readonly maxLength: number;
  /** Where the problem stands in words. */
  readonly problemId: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useWords();
  return (
    <label className="stack">
      <b>{t(words)}</b>
      <input
        className="field"
        type={type}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? problemId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="small muted">{t(`${words}_hint`)}</span>
    </label>
  );
}
