import { type FormEvent, useId, useState } from 'react';
import { useServices } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import { type EnrolForm, problemOf } from './enrol-form.ts';
import { Field, type FormProblem } from './Field.tsx';

/**
 * Connects this computer to the central service with a one-time code: on the first run, and when the access
 * has ended.
 */
export function Enrol({
  centralUrl,
  officerName,
  onDone,
  joining = false,
}: {
  readonly centralUrl: string | null;
  readonly officerName: string | null;
  readonly onDone?: () => void;
  /** The office has worked alone so far, and brings its complaints along. */
  readonly joining?: boolean;
}) {
  const { backend } = useServices();
  const { t } = useWords();
  const [form, setForm] = useState<EnrolForm>({
    centralUrl: centralUrl ?? '',
    code: '',
    name: officerName ?? '',
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem<keyof EnrolForm> | null>(null);
  const problemId = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(form);
    if (wrong !== null) {
      setProblem({ field: wrong.field, text: t(`session.${wrong.message}`) });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const answer = await (joining ? backend.standalone.join : backend.session.enrol)({
        centralUrl: form.centralUrl.trim(),
        code: form.code.trim(),
        name: form.name.trim(),
      });
      if (answer.ok) onDone?.();
      else {
        setProblem({
          field: answer.code === 'bad_code' ? 'code' : answer.code === 'other_officer' ? null : 'centralUrl',
          text: t(`session.failure.${answer.code}`),
        });
      }
    } catch {
      setProblem({ field: null, text: t('session.failure.broken') });
    } finally {
      setBusy(false);
    }
  };

  const field = (name: keyof EnrolForm, words: 'url' | 'code' | 'name', type?: string) => (
    <Field
      words={`session.${words}`}
      {...(type === undefined ? {} : { type })}
      value={form[name]}
      maxLength={name === 'name' ? 200 : 500}
      problemId={problemId}
      wrong={problem?.field === name}
      onChange={(value) => setForm({ ...form, [name]: value })}
    />
  );

  return (
    // Own sentences instead of the browser's: they are in the officer's language and say what to do.
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      {field('centralUrl', 'url', 'url')}
      {field('code', 'code')}
      {field('name', 'name')}
      <p id={problemId} className="problem" role="alert">
        {problem?.text}
      </p>
      <Button type="submit" variant="primary" disabled={busy}>
        {busy ? t('session.busy') : t('session.submit')}
      </Button>
    </form>
  );
}
