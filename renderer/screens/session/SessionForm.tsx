import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { useWords } from '../../words/reference.tsx';

/** What is wrong with a form, and with which of its fields. */
type FormProblem<Name> = { readonly field: Name | null; readonly text: string } | null;

type FormField<Name> = {
  readonly name: Name;
  /** The key of its label; that of the explanation ends with `_hint`. */
  readonly words: 'session.url' | 'session.code' | 'session.name' | 'first.agency';
  readonly type?: 'url';
  readonly maxLength: number;
};

/** A form of the first run: fields, and the step that sends them. `check` and `send` say what is wrong. */
export function SessionForm<Name extends string>({
  fields,
  fixed,
  initial,
  noteOf,
  check,
  send,
  submit,
  busy = submit,
}: {
  readonly fields: readonly FormField<Name>[];
  /** What the office's IT has decided, whatever stood there before. */
  readonly fixed?: Readonly<Partial<Record<Name, string>>>;
  readonly initial: Readonly<Record<Name, string>>;
  /** What must be known of what stands in a field; null: nothing. */
  readonly noteOf?: (field: Name, text: string) => string | null;
  readonly check: (form: Readonly<Record<Name, string>>) => FormProblem<Name>;
  readonly send: (form: Readonly<Record<Name, string>>) => Promise<FormProblem<Name>>;
  /** What the button says; `busy`: while it is being done. */
  readonly submit: string;
  readonly busy?: string;
}) {
  const { t } = useWords();
  const [typed, setForm] = useState(initial);
  const form: Readonly<Record<Name, string>> = { ...typed, ...fixed };
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<FormProblem<Name>>(null);
  const problemId = useId();
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = check(form);
    setProblem(wrong);
    if (wrong !== null) return;
    setSending(true);
    setProblem(await send(form).catch(() => ({ field: null, text: t('session.failure.broken') })));
    setSending(false);
  };
  return (
    // Own sentences instead of the browser's: they are in the officer's language and say what to do.
    <form className="form" onSubmit={(event) => void onSubmit(event)} noValidate>
      {fields.map(({ name, words, ...input }) => (
        <TextInput
          key={name}
          {...input}
          label={<b>{t(words)}</b>}
          hint={t(fixed?.[name] === undefined ? `${words}_hint` : 'policy.fixed')}
          readOnly={fixed?.[name] !== undefined}
          spellCheck={false}
          value={form[name]}
          aria-invalid={problem?.field === name}
          aria-describedby={problem?.field === name ? problemId : undefined}
          onType={(text) => setForm({ ...form, [name]: text })}
        >
          <Note text={noteOf?.(name, form[name]) ?? null} />
        </TextInput>
      ))}
      <Problem id={problemId}>{problem?.text}</Problem>
      <Button type="submit" variant="primary" disabled={sending}>
        {sending ? busy : submit}
      </Button>
    </form>
  );
}

function Note({ text }: { readonly text: string | null }) {
  return (
    <span className="small warning" role="status">
      {text === null ? null : (
        <>
          <TriangleAlert size={12} strokeWidth={2.5} /> {text}
        </>
      )}
    </span>
  );
}
