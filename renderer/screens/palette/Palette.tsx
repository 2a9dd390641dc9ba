import { skipToken, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useServices } from '../../core/services/services.tsx';
import { openComplaint, useNavigation } from '../../core/state/navigation.ts';
import { useSelection } from '../../core/state/selection.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { useSettled } from '../../kit/delays.ts';
import { Kbd } from '../../kit/Kbd.tsx';
import { useActiveOption } from '../../kit/use-active-option.ts';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { matching, type PaletteCommand, paletteCommands } from './commands.ts';
import styles from './Palette.module.css';

const MOST_COMPLAINTS = 8;
const GROUPS = ['actions', 'views', 'reports', 'settings'] as const;

/** Ctrl+K: every action, every view, and complaints by id or words, from one field. */
export function Palette({ screens, situation, onClose }: DialogProps) {
  const { queries } = useServices();
  const { t } = useWords();
  useReference();
  const [text, setText] = useState('');
  const listId = useId();
  // What is offered depends on what is selected, picked and searched for.
  const selection = useSelection();
  const searching = useNavigation((state) => state.search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the situation is told anew when one of these changes
  const commands = useMemo(
    () => paletteCommands(screens, situation(), t),
    [screens, situation, t, selection, searching],
  );

  const settled = useSettled(text.trim(), 60);
  const hits = useQuery(
    queries.queue.search.queryOptions({
      input: settled === '' ? skipToken : { text: settled, limit: MOST_COMPLAINTS },
    }),
  ).data?.hits;
  const shown = useMemo(() => {
    // What was found for a word that was half typed is no answer to the whole one: Enter must not open it.
    const complaints = (text.trim() !== settled ? [] : (hits ?? [])).map(
      (hit): PaletteCommand => ({
        id: hit.id,
        group: 'reports',
        label: hit.title,
        hint: hit.trackingId,
        run: () => openComplaint(hit.id),
      }),
    );
    const all = [...matching(commands, text), ...complaints];
    return GROUPS.flatMap((group) => all.filter((command) => command.group === group));
  }, [commands, hits, settled, text]);
  const { list, current, setActive, move } = useActiveOption(shown.length);

  const run = (command: PaletteCommand | undefined) => {
    if (command === undefined) return;
    // At once: the letters typed next belong where the command takes the focus. One that moves none gets it
    // back from the dialog.
    flushSync(onClose);
    flushSync(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (move(event.key)) event.preventDefault();
    else if (event.key === 'Enter') {
      event.preventDefault();
      run(shown[current]);
    }
  };

  return (
    <Dialog bare title={t('palette.label')} onClose={onClose}>
      <input
        autoFocus
        type="text"
        role="combobox"
        className={styles.input}
        aria-label={t('palette.placeholder')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={shown.length === 0 ? undefined : `${listId}-${current}`}
        aria-autocomplete="list"
        placeholder={t('palette.placeholder')}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={t('palette.label')} className={styles.list}>
        {GROUPS.map((group) => {
          const members = shown.flatMap((command, place) =>
            command.group === group ? [{ command, place }] : [],
          );
          if (members.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
            <div key={group} role="group" aria-label={t(`palette.${group}`)}>
              <div className={styles.group} aria-hidden="true">
                {t(`palette.${group}`)}
              </div>
              {members.map(({ command, place }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field, which keeps the focus
                <div
                  key={command.id}
                  id={`${listId}-${place}`}
                  data-place={place}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === current}
                  className={styles.option}
                  onPointerMove={() => setActive(place)}
                  onClick={() => run(command)}
                >
                  <span className="ellipsis">{command.label}</span>
                  {command.hint === null ? null : group === 'actions' ? (
                    <Kbd>{command.hint}</Kbd>
                  ) : (
                    <span className={styles.hint}>{command.hint}</span>
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {shown.length === 0 ? <p className={styles.none}>{t('palette.none', { text: text.trim() })}</p> : null}
      <p className="visually-hidden" role="status">
        {t('palette.count', { count: shown.length })}
      </p>
    </Dialog>
  );
}
