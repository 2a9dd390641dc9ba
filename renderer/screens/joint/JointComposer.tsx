import { useId, useLayoutEffect } from 'react';
import { isVariable, VARIABLES } from '#shared/domain/answers/templates.ts';
import { isProposed } from '#shared/domain/commands/proposing.ts';
import { PROPOSAL_KINDS, type ProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import { ChoiceGroup } from '../../kit/ChoiceGroup.tsx';
import { useActiveOption } from '../../kit/Options.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { Select } from '../../kit/Select.tsx';
import { DraftField } from '../../widgets/draft-editor/DraftField.tsx';
import { DraftFiles } from '../../widgets/draft-editor/DraftFiles.tsx';
import {
  AttachButton,
  SendButton,
  TemplatesButton,
  ThrowAwayButton,
} from '../../widgets/draft-editor/EditorButtons.tsx';
import { sends } from '../../widgets/draft-editor/field-keys.ts';
import { PiiGuard } from '../../widgets/draft-editor/PiiGuard.tsx';
import { SaveLine } from '../../widgets/draft-editor/SaveLine.tsx';
import { checkWords } from '../../widgets/draft-editor/use-checks.ts';
import { type DraftEditor, useDraftEditor } from '../../widgets/draft-editor/use-draft-editor.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './JointComposer.module.css';
import { Readings } from './Readings.tsx';
import { useJointDraft } from './use-joint-draft.ts';
import { useJointSending } from './use-joint-sending.ts';

/** One answer to several complaints: on the left its text, on the right how each reporter will read it. */
export function JointComposer({
  complaintId,
  onClose,
}: {
  readonly complaintId: string;
  readonly onClose: () => void;
}) {
  const { officer } = useReference();
  const { t } = useWords();
  const editor = useDraftEditor({ complaintId, kind: 'follow_up' }, isVariable);
  const joint = useJointDraft(editor);
  const { as, setAs, what, readings } = joint;
  const options = useActiveOption(readings.length);
  const showReading = (id: string) => {
    const place = readings.findIndex((reading) => reading.id === id);
    options.setActive(Math.max(0, place));
  };
  const send = useJointSending(editor, what, showReading, onClose);
  useLayoutEffect(editor.focusPlace, []);

  const proposed = isProposed(as, officer);
  const going = readings.filter((reading) => reading.code === null);
  const vague = going.flatMap(({ checks }) => checks).find(({ check }) => check === 'no_next_step');
  return (
    <section
      className={styles.joint}
      aria-label={t('joint.title')}
      onKeyDown={(event) => {
        if (sends(event)) void send();
        else if (!event.altKey || !options.move(event.key)) return;
        event.preventDefault();
      }}
    >
      <JointText editor={editor} as={as} onAs={setAs} proposed={proposed} onClose={onClose} />
      <Readings joint={joint} attachments={editor.draft.attachments} options={options} />
      <div className={styles.foot}>
        <Problem id={editor.problemId} className="small">
          {editor.problem}
        </Problem>
        <span className="small muted" role="status">
          {editor.problem === null && vague !== undefined ? checkWords(vague, t) : null}
        </span>
        <SendButton editor={editor} onSend={() => void send()}>
          {t(proposed ? 'joint.propose' : as === 'finish' ? 'joint.finish' : 'joint.send', {
            count: going.length,
          })}
        </SendButton>
      </div>
    </section>
  );
}

/** The text with its variables, its files, and what kind of answer it is. */
function JointText({
  editor,
  as,
  onAs,
  proposed,
  onClose,
}: {
  readonly editor: DraftEditor;
  readonly as: ProposalKind;
  readonly onAs: (as: ProposalKind) => void;
  /** Another one must approve it. */
  readonly proposed: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const audienceId = useId();
  const { draft, locked } = editor;
  return (
    <div className={styles.writing}>
      <div className="cluster">
        <ChoiceGroup
          label={t('joint.as')}
          field="joint-as"
          choices={PROPOSAL_KINDS.map((kind) => ({ id: kind, words: t(`command.${kind}.tab`) }))}
          value={as}
          locked={locked}
          onChoose={onAs}
        />
        <span id={audienceId} className="small muted">
          {t(proposed ? 'compose.proposed' : `command.${as}.seen_by`)}
        </span>
        <span className={styles.space} />
        <SaveLine draft={draft} />
      </div>
      <DraftField
        editor={editor}
        label={t('joint.text_label')}
        placeholder={t('joint.placeholder')}
        describedBy={audienceId}
        className={styles.field}
      />
      <PiiGuard editor={editor} />
      <DraftFiles editor={editor} />
      <div className="cluster">
        <AttachButton editor={editor} />
        <TemplatesButton editor={editor} />
        <Select
          className={styles.variable}
          aria-label={t('joint.variable')}
          value=""
          prompt={t('joint.variable')}
          disabled={locked}
          options={VARIABLES.map((name) => [`{${name}}`, `{${name}}`] as const)}
          onChoose={editor.type}
        />
        <ThrowAwayButton editor={editor} onThrownAway={onClose} />
      </div>
    </div>
  );
}
