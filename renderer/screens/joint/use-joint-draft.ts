import { useEffect, useMemo, useState } from 'react';
import { MOST_TOGETHER } from '#shared/contract/window/bulk.ts';
import type { ProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import { type Choices, sameChoices } from '../../core/drafts/choices.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { useSelection } from '../../core/state/selection.ts';
import { useSettled } from '../../kit/delays.ts';
import type { DraftEditor } from '../../widgets/draft-editor/use-draft-editor.ts';
import type { Reading } from './readings.ts';
import type { JointText } from './send-joint.ts';

/** A pause in writing after which the store reads the text again, ms. */
const STILL_MS = 250;
const NONE: readonly Reading[] = [];

/** For which complaints the answer is written, kept with its draft, and how each reporter will read it. */
export function useJointDraft({ id, draft }: DraftEditor) {
  const { drafts } = useServices();
  const picked = useSelection((state) => state.picked);
  const [as, setAs] = useState<ProposalKind>(draft.choices.joint?.as ?? 'follow_up');
  /** Of each complaint when the officer began to write. */
  const [revisions, setRevisions] = useState<ReadonlyMap<string, number | null>>(
    () => new Map(draft.choices.joint?.complaints.map((complaint) => [complaint.id, complaint.revision])),
  );
  const complaints = useMemo(
    () =>
      picked
        .slice(0, MOST_TOGETHER)
        .map((complaint) => ({ id: complaint, revision: revisions.get(complaint) ?? null })),
    [picked, revisions],
  );

  const holdsNothing = draft.text === '' && draft.attachments.length === 0;
  const choices: Choices = useMemo(
    () => (holdsNothing ? {} : { joint: { as, complaints } }),
    [holdsNothing, as, complaints],
  );
  useEffect(() => {
    if (!sameChoices(drafts.read(id).choices, choices)) drafts.typed(id, { choices });
  }, [drafts, id, choices]);

  const text = useSettled(draft.text, STILL_MS);
  const read = useAnswerOf(
    (ask) => ask.command.previewJoint,
    complaints.length === 0 ? null : { as, text, complaints },
  );
  // While it is read again, what was read last stays.
  const [last, setLast] = useState(NONE);
  if (read !== undefined && read !== last) setLast(read);
  const readings = useMemo(() => last.filter((reading) => picked.includes(reading.id)), [last, picked]);
  useEffect(() => {
    const seen = last.filter((reading) => reading.revision !== null && revisions.get(reading.id) == null);
    if (seen.length > 0)
      setRevisions(new Map([...revisions, ...seen.map((one) => [one.id, one.revision] as const)]));
  }, [last, revisions]);

  const what: JointText = { as, text: draft.text, complaints };
  return { as, setAs, what, readings };
}
