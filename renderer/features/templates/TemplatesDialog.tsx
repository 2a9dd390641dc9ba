import { type FormEvent, useState } from 'react';
import { MAX_TEXT_LENGTH } from '#shared/domain/command.ts';
import { MAX_TEMPLATE_NAME, type Template } from '#shared/domain/templates.ts';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { templatesQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { useView } from '../../state/view.ts';
import { storageProblemOf } from '../../transport/storage-problem.ts';
import { OfficeTemplates } from './OfficeTemplates.tsx';
import styles from './TemplatesDialog.module.css';

type Edited = Omit<Template, 'id'> & { readonly id: string | null };
const NEW: Edited = { id: null, name: '', text: '' };

/** The officer's own templates: a new one, from the text that was being written, or a change of one. */
export function TemplatesDialog({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useServices();
  const { t } = useWords();
  const own = useQuery(templatesQuery(desk)).data ?? [];
  const [edited, setEdited] = useState<Edited>(() => ({ ...NEW, text: useView.getState().templateText }));
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const done = async (work: () => Promise<string | null>, words: string) => {
    setSaid('');
    try {
      const refused = await work();
      setProblem(refused);
      if (refused === null) {
        setEdited(NEW);
        setSaid(words);
      }
    } catch (error) {
      const code = storageProblemOf(error);
      setProblem(code === null ? t('attention.not_done') : t(`compose.not_kept.${code}`));
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { id, name, text } = edited;
    if (name.trim() === '' || text.trim() === '') return setProblem(t('templates.incomplete'));
    void done(async () => {
      const { ok } = await desk.template.save({ ...(id === null ? {} : { id }), name, text });
      return ok ? null : t('templates.too_many');
    }, t('templates.saved'));
  };
  const remove = ({ id }: Template) =>
    void done(async () => {
      await desk.template.remove({ id });
      return null;
    }, t('templates.removed'));

  return (
    <Dialog wide title={t('templates.title')} closeLabel={t('settings.close')} onClose={onClose}>
      <div className={styles.body}>
        {own.length === 0 ? <p className={styles.hint}>{t('templates.empty')}</p> : null}
        <ul className={styles.list}>
          {own.map((template) => (
            <li key={template.id} className={styles.row}>
              <span className={styles.name}>{template.name}</span>
              <Button
                size="small"
                label={t('templates.edit_named', { name: template.name })}
                onPress={() => setEdited(template)}
              >
                {t('templates.edit')}
              </Button>
              <Button
                size="small"
                label={t('templates.remove_named', { name: template.name })}
                onPress={() => remove(template)}
              >
                {t('templates.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <form className={styles.form} onSubmit={save}>
          <label className={styles.field}>
            {t('templates.name')}
            <input
              key={edited.id}
              autoFocus
              className={styles.input}
              value={edited.name}
              maxLength={MAX_TEMPLATE_NAME}
              onChange={({ target: { value: name } }) => setEdited({ ...edited, name })}
            />
          </label>
          <label className={styles.field}>
            {t('templates.text')}
            <textarea
              className={styles.text}
              rows={6}
              value={edited.text}
              maxLength={MAX_TEXT_LENGTH}
              onChange={({ target: { value: text } }) => setEdited({ ...edited, text })}
            />
          </label>
          <p className={styles.hint}>{t('templates.variables')}</p>
          <div className={styles.tools}>
            <span className={styles.problem} role="alert">
              {problem}
            </span>
            <span className={styles.hint} role="status">
              {said}
            </span>
            <Button look="primary" type="submit">
              {t(edited.id === null ? 'templates.add' : 'templates.save')}
            </Button>
          </div>
        </form>
        <OfficeTemplates />
      </div>
    </Dialog>
  );
}
