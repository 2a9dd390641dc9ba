import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { MAX_TEMPLATE_NAME, type Template } from '#shared/domain/answers/templates.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { MAX_TEXT_LENGTH } from '#shared/domain/commands/spec/spec.ts';
import { useServices } from '../../core/services/services.tsx';
import { useNavigation } from '../../core/state/navigation.ts';
import { lastHeld } from '../../core/state/undo.ts';
import { storageProblemOf } from '../../core/transport/storage-problem.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useUndo } from '../../widgets/undo/use-undo.ts';
import { useWords } from '../../words/reference.tsx';
import { OfficeTemplates } from './OfficeTemplates.tsx';
import { OwnTemplate } from './OwnTemplate.tsx';

type Edited = Omit<Template, 'id'> & { readonly id: string | null };
const NEW: Edited = { id: null, name: '', text: '' };

/**
 * The officer's own templates: a new one, from the text that was being written, or a change of one; and those
 * of the office.
 */
export function TemplatesDialog({ officer, onClose }: DialogProps) {
  const { backend, queries } = useServices();
  const { t } = useWords();
  const own = useQuery(queries.template.list.queryOptions()).data ?? [];
  const [edited, setEdited] = useState<Edited>(() => ({
    ...NEW,
    text: useNavigation.getState().templateText,
  }));
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const undo = useUndo();

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
      const { ok } = await backend.template.save({ ...(id === null ? {} : { id }), name, text });
      return ok ? null : t('templates.too_many');
    }, t('templates.saved'));
  };
  const remove = ({ id }: Template) =>
    void done(async () => {
      await backend.template.remove({ id });
      return null;
    }, t('templates.removed'));

  const onKeyDown = (event: KeyboardEvent) => {
    const types = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (types || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    const last = lastHeld(Date.now());
    if (last !== undefined) void undo(last);
  };

  return (
    <Dialog wide title={t('templates.title')} closeLabel={t('settings.close')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of whatever inside has the focus */}
      <div className="dialog-body" onKeyDown={onKeyDown}>
        {own.length === 0 ? <p className="small muted">{t('templates.empty')}</p> : null}
        <ul>
          {own.map((template) => (
            <OwnTemplate
              key={template.id}
              template={template}
              shares={mayDo(officer.role, 'share_template')}
              onEdit={() => setEdited(template)}
              onRemove={() => remove(template)}
            />
          ))}
        </ul>
        <form className="form" onSubmit={save}>
          <label className="stack small muted">
            {t('templates.name')}
            <input
              key={edited.id}
              autoFocus
              className="field"
              value={edited.name}
              maxLength={MAX_TEMPLATE_NAME}
              onChange={({ target: { value: name } }) => setEdited({ ...edited, name })}
            />
          </label>
          <label className="stack small muted">
            {t('templates.text')}
            <textarea
              className="field"
              rows={6}
              value={edited.text}
              maxLength={MAX_TEXT_LENGTH}
              onChange={({ target: { value: text } }) => setEdited({ ...edited, text })}
            />
          </label>
          <p className="small muted">{t('templates.variables')}</p>
          <div className="spread">
            <span className="problem" role="alert">
              {problem}
            </span>
            <span className="small muted" role="status">
              {said}
            </span>
            <Button variant="primary" type="submit">
              {t(edited.id === null ? 'templates.add' : 'templates.save')}
            </Button>
          </div>
        </form>
        <OfficeTemplates officer={officer} />
      </div>
    </Dialog>
  );
}
