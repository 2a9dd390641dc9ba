import { type KeyboardEvent, useState } from 'react';
import { v7 } from 'uuid';
import { MAX_TEMPLATE_NAME, type Template } from '#shared/domain/answers/templates.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { MAX_TEXT_LENGTH } from '#shared/domain/commands/spec/spec.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { useNavigation } from '../../core/state/navigation.ts';
import { lastHeld } from '../../core/state/undo.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Problem } from '../../kit/Problem.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useUndo } from '../../widgets/undo/use-undo.ts';
import { failureWords } from '../../words/problem-words.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { OfficeTemplates } from './OfficeTemplates.tsx';
import { OwnTemplate } from './OwnTemplate.tsx';

type Edited = Omit<Template, 'id'> & { readonly id: string | null };
const NEW: Edited = { id: null, name: '', text: '' };

/** The officer's own templates, with a form for a new one or a change of one; and those of the office. */
export function TemplatesDialog({ onClose }: DialogProps) {
  const { backend } = useServices();
  const { officer } = useReference();
  const { t } = useWords();
  const own = useAnswerOf((ask) => ask.template.list) ?? [];
  // The text that was being written may become a template.
  const [edited, setEdited] = useState(() => ({ ...NEW, text: useNavigation.getState().templateText }));
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const undo = useUndo();

  /** Does it, or says why it was not done; `work` answers null, or the sentence that refuses it. */
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
      setProblem(failureWords(error, t));
    }
  };
  const save = () => {
    const { id, name, text } = edited;
    if (name.trim() === '' || text.trim() === '') return setProblem(t('templates.incomplete'));
    void done(async () => {
      const { ok } = await backend.template.save({ id: id ?? v7(), name, text });
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
        <TemplateForm edited={edited} onEdit={setEdited} problem={problem} said={said} onSave={save} />
        <OfficeTemplates />
      </div>
    </Dialog>
  );
}

function TemplateForm({
  edited,
  onEdit,
  problem,
  said,
  onSave,
}: {
  readonly edited: Edited;
  readonly onEdit: (edited: Edited) => void;
  readonly problem: string | null;
  readonly said: string;
  readonly onSave: () => void;
}) {
  const { t } = useWords();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <label className="stack small muted">
        {t('templates.name')}
        <input
          key={edited.id}
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to write a template, or to change one
          autoFocus
          className="field"
          value={edited.name}
          maxLength={MAX_TEMPLATE_NAME}
          onChange={({ target }) => onEdit({ ...edited, name: target.value })}
        />
      </label>
      <label className="stack small muted">
        {t('templates.text')}
        <textarea
          className="field"
          rows={6}
          value={edited.text}
          maxLength={MAX_TEXT_LENGTH}
          onChange={({ target }) => onEdit({ ...edited, text: target.value })}
        />
      </label>
      <p className="small muted">{t('templates.variables')}</p>
      <div className="spread">
        <Problem>{problem}</Problem>
        <span className="small muted" role="status">
          {said}
        </span>
        <Button variant="primary" type="submit">
          {t(edited.id === null ? 'templates.add' : 'templates.save')}
        </Button>
      </div>
    </form>
  );
}
