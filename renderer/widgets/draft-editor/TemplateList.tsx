import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { BUILT_IN_TEMPLATES } from '#shared/domain/answers/built-in-templates.ts';
import { type Template, templatesFor } from '#shared/domain/answers/templates.ts';
import { insertable } from '#shared/domain/commands/spec/office-templates.ts';
import { useServices } from '../../core/services/services.tsx';
import { OfficeMark } from '../../kit/OfficeMark.tsx';
import { useActiveOption } from '../../kit/use-active-option.ts';
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
  const { queries } = useServices();
  const { t } = useWords();
  const own = useQuery(queries.template.list.queryOptions()).data ?? [];
  const office = useQuery(queries.template.office.queryOptions()).data ?? [];
  const [typed, setTyped] = useState('');
  const found = templatesFor(insertable(own, office, BUILT_IN_TEMPLATES), typed);
  const { list, listId, activeId, current, setActive, option, move } = useActiveOption(found.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[current];
    if (event.key === 'Enter' && !event.ctrlKey && chosen !== undefined) onChoose(chosen);
    else if (event.key === 'Escape') onClose('');
    else if (event.key === '/' && typed === '') onClose('/');
    else if (!move(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.templates}>
      <div className={styles.head}>
        <input
          // biome-ignore lint/a11y/noAutofocus: it is opened by a key, to be typed into
          autoFocus
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={t('templates.find')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          placeholder={t('templates.find')}
          value={typed}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target: { value } }) => {
            setTyped(value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.manage} onClick={onManage}>
          {t('templates.manage')}
        </button>
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('templates.label')} className={styles.list}>
        {found.map((template, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field, which keeps the focus, handles keys
          <div
            key={template.id}
            role="option"
            tabIndex={-1}
            {...option(place)}
            className="option"
            onPointerMove={() => setActive(place)}
            onClick={() => onChoose(template)}
          >
            <span className={styles.name}>{template.name}</span>
            <OfficeMark template={template} />
            <span className="small muted ellipsis">{template.text.replaceAll('\n', ' ')}</span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.none}>{t('templates.none', { text: typed })}</p> : null}
      <p className="visually-hidden" role="status">
        {t('palette.count', { count: found.length })}
      </p>
    </div>
  );
}
