import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { TextCard } from '../../widgets/text-card/TextCard.tsx';
import { useCopy } from '../../widgets/text-card/use-copy.ts';
import { useWords } from '../../words/reference.tsx';

/** Drafts on a complaint that is no longer known here: they cannot be sent, and their words are not lost. */
export function LeftDrafts({ complaintId }: { readonly complaintId: string }) {
  const begun = useAnswerOf((ask) => ask.draft.list) ?? [];
  const left = begun.filter(({ complaintId: of, text }) => of === complaintId && text !== '');
  if (left.length === 0) return null;
  return (
    <div className="cards">
      {left.map((draft) => (
        <LeftDraft key={draft.id} draft={draft} />
      ))}
    </div>
  );
}

/** A draft to be read and copied, no longer to be written on. */
export function LeftDraft({ draft }: { readonly draft: ListedDraft }) {
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const copyText = useCopy();
  const copy = async () => setProblem(await copyText(draft.text, 'outbox.copied', 'case.not_copied'));
  return (
    <TextCard
      kind={t('case.left_draft', { kind: t(`command.${draft.kind}.tab`) })}
      at={draft.updatedAt}
      complaint={draft}
      text={draft.text}
      files={draft.attachments}
      actions={
        <Button icon={Copy} size="small" onPress={() => void copy()}>
          {t('outbox.copy')}
        </Button>
      }
      problem={problem}
    />
  );
}
