import { type FormEvent, useId, useState } from 'react';
import { useServices } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import { Field, type FormProblem } from './Field.tsx';

/**
 * Who works here, for an office without a central service: the only two things to be said before the first
 * import.
 */
export function BeginStandalone() {
  const { backend } = useServices();
  const { t } = useWords();
  const [said, setSaid] = useState({ name: '', agency: '' });
  const [problem, setProblem] = useState<FormProblem<'agency' | 'name'> | null>(null);
  const problemId = useId();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const [agency, name] = [said.agency.trim(), said.name.trim()];
    if (agency === '') return setProblem({ field: 'agency', text: t('first.required_agency') });
    if (name === '') return setProblem({ field: 'name', text: t('session.required.name') });
    try {
      await backend.standalone.begin({ agency, name });
    } catch {
      setProblem({ field: null, text: t('session.failure.broken') });
    }
  };
  const field = (name: 'agency' | 'name', words: 'first.agency' | 'session.name') => (
    <Field
      words={words}
      value={said[name]}
      maxLength={200}
      problemId={problemId}
      wrong={problem?.field === name}
      onChange={(value) => setSaid({ ...said, [name]: value })}
    />
  );
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      {field('agency', 'first.agency')}
      {field('name', 'session.name')}
      <p id={problemId} className="problem" role="alert">
        {problem?.text}
      </p>
      <Button type="submit" variant="primary">
        {t('first.begin')}
      </Button>
    </form>
  );
}
