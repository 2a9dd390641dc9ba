import { type FormEvent, useState } from 'react';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { complaintIdOf } from '#shared/domain/complaint/complaint.ts';
import { openComplaint } from '../../../core/state/navigation.ts';
import { Button } from '../../../kit/Button.tsx';
import { useWords } from '../../../words/reference.tsx';

/** Complaints that belong to this one: those that are linked, and those that its texts name. */
export function Links({
  links,
  cited,
  locked,
  onAct,
}: {
  readonly links: readonly string[];
  /** Tracking ids. */
  readonly cited: readonly string[];
  readonly locked: boolean;
  readonly onAct: (body: CommandBody) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const link = (trackingId: string) => onAct({ kind: 'link', payload: { trackingId } });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text === '') return;
    setText('');
    link(text);
  };
  const open = cited.filter((id) => !links.includes(id));
  return (
    <form className="cluster" onSubmit={add}>
      <span className="row-name">{t('casework.links')}</span>
      {links.map((id) => (
        <Button key={id} size="small" onPress={() => openComplaint(complaintIdOf(id))}>
          {id}
        </Button>
      ))}
      {locked
        ? null
        : open.map((id) => (
            <Button key={id} size="small" variant="quiet" onPress={() => link(id)}>
              {t('casework.link', { id })} ({t('casework.cited')})
            </Button>
          ))}
      {locked ? null : (
        <>
          <input
            className="field small"
            data-field="link"
            aria-label={t('casework.add_link')}
            placeholder={t('casework.add_link')}
            inputMode="numeric"
            maxLength={15}
            value={text}
            onChange={({ target: { value } }) => setText(value.replace(/\D/g, ''))}
          />
          <Button size="small" type="submit">
            {t('casework.add')}
          </Button>
        </>
      )}
    </form>
  );
}
