import { type KeyboardEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnswerOf } from '../../core/services/services.tsx';
import { openComplaint, useNavigation } from '../../core/state/navigation.ts';
import { useSelection } from '../../core/state/selection.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { useSettled } from '../../kit/delays.ts';
import { Kbd } from '../../kit/Kbd.tsx';
import { Option, OptionList, useActiveOption } from '../../kit/Options.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useWords } from '../../words/reference.tsx';
import { matching, type PaletteCommand, paletteCommands } from './commands.ts';
import styles from './Palette.module.css';

const MOST_COMPLAINTS = 8;
const GROUPS = ['actions', 'views', 'reports', 'settings'] as const;

/** Ctrl+K: every action, every view, and complaints by id or words, from one field. */
export function Palette({ screens, situation, onClose }: DialogProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const shown = useFound(text, screens, situation);
  const options = useActiveOption(shown.length, text);

  const run = (command: PaletteCommand | undefined) => {
    if (command === undefined) return;
    // At once: the letters typed next belong where the command takes the focus. One that moves none gets it
    // back from the dialog.
    flushSync(onClose);
    flushSync(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (options.move(event.key)) event.preventDefault();
    else if (event.key === 'Enter') {
      event.preventDefault();
      run(shown[options.current]);
    }
  };
  return (
    <Dialog bare title={t('palette.label')} onClose={onClose}>
      <input
        autoFocus
        {...options.ofField}
        className={styles.input}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <OptionList options={options} label={t('palette.label')} className={styles.list}>
        {GROUPS.filter((name) => shown.some(({ group }) => group === name)).map((name) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
          <div key={name} role="group" aria-label={t(`palette.${name}`)}>
            <div className={styles.group} aria-hidden="true">
              {t(`palette.${name}`)}
            </div>
            {shown.map((command, place) =>
              command.group === name ? (
                <Option
                  key={command.id}
                  options={options}
                  place={place}
                  className={styles.option}
                  onChoose={() => run(command)}
                >
                  <span className="ellipsis">{command.label}</span>
                  {command.hint === null ? null : name === 'actions' ? (
                    <Kbd>{command.hint}</Kbd>
                  ) : (
                    <span className={styles.hint}>{command.hint}</span>
                  )}
                </Option>
              ) : null,
            )}
          </div>
        ))}
      </OptionList>
      {shown.length === 0 ? <p className={styles.none}>{t('palette.none', { text: text.trim() })}</p> : null}
      <p className="visually-hidden" role="status">
        {t('palette.count', { count: shown.length })}
      </p>
    </Dialog>
  );
}

/** What can be done now and the complaints that match what is typed, group by group. */
function useFound(
  text: string,
  screens: DialogProps['screens'],
  situation: DialogProps['situation'],
): readonly PaletteCommand[] {
  const { t } = useWords();
  // What is offered depends on what is selected, picked and searched for.
  const selection = useSelection();
  const searching = useNavigation((state) => state.search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the situation changes with them
  const commands = useMemo(
    () => paletteCommands(screens, situation(), t),
    [screens, situation, t, selection, searching],
  );
  const settled = useSettled(text.trim(), 60);
  const hits = useAnswerOf(
    (ask) => ask.queue.search,
    settled === '' ? null : { text: settled, limit: MOST_COMPLAINTS },
  )?.hits;
  return useMemo(() => {
    // What was found for a word that was half typed is no answer to the whole one: Enter must not open it.
    const complaints = (text.trim() !== settled ? [] : (hits ?? [])).map(
      ({ id, title, trackingId }): PaletteCommand => ({
        id,
        group: 'reports',
        label: title,
        hint: trackingId,
        run: () => openComplaint(id),
      }),
    );
    const all = [...matching(commands, text), ...complaints];
    return GROUPS.flatMap((name) => all.filter(({ group }) => group === name));
  }, [commands, hits, settled, text]);
}
