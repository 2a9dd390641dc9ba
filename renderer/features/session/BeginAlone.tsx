import { type FormEvent, useId, useState } from 'react';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import styles from './Enrol.module.css';

/** Who works here, for an office without a central service: the only two things to be said before the first import. */
export function BeginAlone() {
  const { desk } = useServices();
  const { t } = useWords();
  const [said, setSaid] = useState({ name: '', agency: '' });
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string } | null>(null);
  const problemId = useId();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const [agency, name] = [said.agency.trim(), said.name.trim()];
    if (agency === '') return setProblem({ field: 'agency', text: t('first.required_agency') });
    if (name === '') return setProblem({ field: 'name', text: t('session.required.name') });
    try {
      await desk.alone.begin({ agency, name });
    } catch {
      setProblem({ field: '', text: t('session.failure.broken') });
    }
  };
  const field = (name: 'agency' | 'name', label: string, hint: string) => (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        className={styles.input}
        value={said[name]}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem?.field === name}
        aria-describedby={problem?.field === name ? problemId : undefined}
        onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
      />
      <span className={styles.hint}>{hint}</span>
    </label>
  );
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {field('agency', t('first.agency'), t('first.agency_hint'))}
      {field('name', t('session.name'), t('session.name_hint'))}
      <p id={problemId} className={styles.problem} role="alert">
        {problem?.text}
      </p>
      <Button type="submit" look="primary">
        {t('first.begin')}
      </Button>
    </form>
  );
}
