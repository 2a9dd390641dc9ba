import { ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import { mayDo } from '#shared/domain/commands/registry.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { copyText } from '../../../core/browser/copy-text.ts';
import { openLapor } from '../../../core/browser/lapor.ts';
import { announce } from '../../../core/state/announcement.ts';
import { caseworkRequests } from '../../../core/state/requests.ts';
import { Button } from '../../../kit/Button.tsx';
import { Kbd } from '../../../kit/Kbd.tsx';
import { useAct } from '../../../widgets/undo/use-act.ts';
import { useWords } from '../../../words/reference.tsx';

/**
 * Under an accepted answer that does not stand in LAPOR! yet: one step copies it and opens LAPOR!, a second
 * says that it stands there.
 */
export function Publishing({
  complaintId,
  entry,
  officer,
  isFirst,
}: {
  readonly complaintId: string;
  /** The answer. */
  readonly entry: TimelineEntry;
  readonly officer: Officer;
  /** Of those that wait on this complaint: the key is for this one. */
  readonly isFirst: boolean;
}) {
  const { t } = useWords();
  const { act, problem, setProblem } = useAct(complaintId);
  const done = useRef<HTMLButtonElement>(null);
  const may = mayDo(officer.role, 'publish');

  const copy = async () => {
    const copied = await copyText(entry.text);
    setProblem(copied ? null : t('attention.not_copied'));
    if (copied) announce(t('publishing.copied'));
    if (!openLapor()) setProblem(t('rehearsal.no_lapor'));
    done.current?.focus();
  };
  caseworkRequests.useAnswer(complaintId, ({ field }) => {
    if (field !== 'publish' || !may || !isFirst) return 'later';
    void copy();
    return 'answered';
  });

  if (!may) return null;
  const confirm = () => act({ kind: 'publish', payload: { entryId: entry.id } });
  return (
    <div className="cluster">
      <span className="row-name">{t('publishing.waiting')}</span>
      <Button size="small" onPress={() => void copy()}>
        <ExternalLink size={14} /> {t('publishing.copy')}
        {isFirst ? <Kbd>t</Kbd> : null}
      </Button>
      <Button size="small" ref={done} onPress={confirm}>
        {t('publishing.done')}
      </Button>
      <span className="problem" role="alert">
        {problem}
      </span>
    </div>
  );
}
