import { type KeyboardEvent, useState } from 'react';
import { BUILT_IN_TEMPLATES } from '#shared/domain/answers/built-in-templates.ts';
import { type Template, templatesFor } from '#shared/domain/answers/templates.ts';
import { insertable } from '#shared/domain/commands/spec/office-templates.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { OfficeMark } from '../../kit/OfficeMark.tsx';
import { Option, OptionList, useActiveOption } from '../../kit/Options.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './TemplateList.module.css';

/** The templates under the text: what is typed chooses among them, Enter puts one in, Escape goes back. */
export function TemplateList({
  onChoose,
  onManage,
  onClose,
}: {
  readonly onChoose: (template: Template) => void;
  readonly onManage: () => void;
  /** With what belongs into the text after all: a "/" that did not ask for a template. */
  readonly onClose: (typed: string) => void;
}) {
  const { t } = useWords();
  const own = useAnswerOf((ask) => ask.template.list) ?? [];
  const office = useAnswerOf((ask) => ask.template.office) ?? [];
  const [typed, setTyped] = useState('');
  const found = templatesFor(insertable(own, office, BUILT_IN_TEMPLATES), typed);
  const options = useActiveOption(found.length, typed);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[options.current];
    if (event.key === 'Enter' && !event.ctrlKey && chosen !== undefined) onChoose(chosen);
    else if (event.key === 'Escape') onClose('');
    else if (event.key === '/' && typed === '') onClose('/');
    else if (!options.move(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.templates}>
      <div className={styles.head}>
        <input
          // biome-ignore lint/a11y/noAutofocus: it is opened by a key, to be typed into
          autoFocus
          {...options.ofField}
          className={styles.input}
          aria-label={t('templates.find')}
          placeholder={t('templates.find')}
          value={typed}
          maxLength={80}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.manage} onClick={onManage}>
          {t('templates.manage')}
        </button>
      </div>
      <OptionList options={options} label={t('templates.label')} className={styles.list}>
        {found.map((template, place) => (
          <Option key={template.id} options={options} place={place} onChoose={() => onChoose(template)}>
            <span className={styles.name}>{template.name}</span>
            <OfficeMark template={template} />
            <span className="small muted ellipsis">{template.text.replaceAll('\n', ' ')}</span>
          </Option>
        ))}
      </OptionList>
      {found.length === 0 ? <p className={styles.none}>{t('templates.none', { text: typed })}</p> : null}
      <p className="visually-hidden" role="status">
        {t('palette.count', { count: found.length })}
      </p>
    </div>
  );
}
