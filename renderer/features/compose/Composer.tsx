import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { Complaint } from '#shared/domain/complaint.ts';
import type { Officer } from '#shared/domain/roles.ts';
import { useReference, useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../components/Button.tsx';
import { cx } from '../../components/cx.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useView } from '../../state/view.ts';
import { charactersLeft, obstacleOf, obstacleWords } from './availability.ts';
import styles from './Composer.module.css';
import type { DraftKind } from './drafts.ts';
import { SaveLine } from './SaveLine.tsx';
import { sendDraft } from './send.ts';

const KINDS: readonly DraftKind[] = ['follow_up', 'internal_note', 'return'];
const KEYS: Readonly<Record<DraftKind, string>> = { follow_up: 'r', internal_note: 'n', return: 'b' };
const SEND_WORDS = {
  follow_up: 'compose.send',
  internal_note: 'compose.keep',
  return: 'compose.give_back',
} as const;

/** Where an officer writes: one text per report and kind, saved while it is typed, sent with one key. */
export function Composer({
  complaint,
  ours,
  officer,
}: {
  readonly complaint: Complaint;
  /** False: it has left the OPD's queue. */
  readonly ours: boolean;
  readonly officer: Officer;
}) {
  const { desk, drafts } = useServices();
  const { agencies } = useReference();
  const { t } = useWords();
  const request = useView((state) => state.compose);
  const [kind, setKind] = useState<DraftKind>(() => firstKind(complaint, officer, drafts));
  const [agency, setAgency] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const ids = { problem: useId(), audience: useId(), agency: useId() };

  const key = { complaintId: complaint.id, kind };
  const draft = useSyncExternalStore(
    (listener) => drafts.subscribe(key, listener),
    () => drafts.read(key),
  );
  const obstacle = ours ? obstacleOf(kind, complaint, officer) : 'not_ours';
  const left = charactersLeft(draft.text);

  useLayoutEffect(() => {
    if (request === null || request.complaintId !== complaint.id) return;
    setKind(request.kind);
    setProblem(null);
    // The field of the asked kind takes the focus with the next render, before anything else is typed.
    if (request.kind !== kind) return;
    useView.setState({ compose: null });
    const text = field.current;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  }, [request, complaint.id, kind]);

  const send = async () => {
    if (sending || obstacle !== null) return;
    if (draft.text.trim() === '') {
      setProblem(t('refusal.empty_text'));
      field.current?.focus();
      return;
    }
    setSending(true);
    setProblem(null);
    try {
      const result = await sendDraft(desk, drafts, key, kind === 'return' && agency !== '' ? agency : null);
      const { hold, say } = useView.getState();
      if (result.outcome === 'refused') setProblem(t(`refusal.${result.code}`));
      else if (result.outcome === 'not_kept') setProblem(t(`compose.not_kept.${result.code}`));
      else if (result.outcome === 'not_recorded') setProblem(t('compose.unknown_outcome'));
      else {
        say(t('compose.said_kept'));
        if (result.commandId !== null && result.heldUntil !== null) {
          hold({ commandId: result.commandId, complaintId: complaint.id, kind, until: result.heldUntil });
        }
      }
    } finally {
      setSending(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };

  return (
    <section className={styles.composer} aria-label={t('compose.label')}>
      <div className={styles.top}>
        <ToggleButtonGroup
          aria-label={t('compose.mode')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[kind]}
          onSelectionChange={(keys) => {
            const next = KINDS.find((known) => keys.has(known));
            if (next === undefined) return;
            void drafts.flush(key);
            setKind(next);
            setProblem(null);
          }}
          className={cx(styles.modes)}
        >
          {KINDS.map((known) => (
            <ToggleButton key={known} id={known} className={cx(styles.mode)}>
              {t(`compose.${known}`)}
              {known !== kind && drafts.read({ complaintId: complaint.id, kind: known }).text !== '' ? (
                <span className={styles.begun} title={t('chip.draft')}>
                  <span className="visually-hidden">, {t('chip.draft')}</span>
                </span>
              ) : null}
              <span aria-hidden="true" className={styles.modeKey}>
                {KEYS[known]}
              </span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span id={ids.audience} className={styles.audience}>
          {kind === 'follow_up' && complaint.confidential
            ? t('compose.seen_by.follow_up_confidential')
            : t(`compose.seen_by.${kind}`)}
        </span>
        {obstacle === null || draft.text !== '' ? <SaveLine draft={draft} /> : null}
      </div>
      {obstacle !== null && draft.text === '' ? (
        <p className={styles.obstacle}>{obstacleWords(obstacle, kind, complaint, t)}</p>
      ) : (
        <>
          <textarea
            key={kind}
            ref={field}
            rows={2}
            className={cx(styles.field, kind === 'internal_note' && styles.noteField)}
            aria-label={t(`compose.text_label.${kind}`)}
            aria-describedby={`${ids.audience} ${ids.problem}`}
            placeholder={t(`compose.placeholder.${kind}`)}
            value={draft.text}
            readOnly={sending || obstacle !== null}
            onChange={(event) => {
              setProblem(null);
              drafts.typed(key, event.target.value);
            }}
            onBlur={() => void drafts.flush(key)}
            onKeyDown={onKeyDown}
          />
          <div className={styles.tools}>
            {kind === 'return' ? (
              <label className={styles.suggest} htmlFor={ids.agency}>
                {t('compose.suggest')}
                <select
                  id={ids.agency}
                  className={styles.select}
                  value={agency}
                  onChange={(event) => setAgency(event.target.value)}
                >
                  <option value="">{t('compose.suggest_none')}</option>
                  {agencies
                    .filter((known) => known.id !== officer.agency?.id)
                    .map((known) => (
                      <option key={known.id} value={known.name}>
                        {known.name}
                      </option>
                    ))}
                </select>
              </label>
            ) : null}
            <span id={ids.problem} className={styles.problem} role="alert">
              {obstacle === null ? problem : obstacleWords(obstacle, kind, complaint, t)}
            </span>
            {left === null ? null : (
              <span className={cx(styles.left, left < 0 && styles.over)}>
                {left < 0 ? t('compose.over', { count: -left }) : t('compose.left', { count: left })}
              </span>
            )}
            <Button
              look="primary"
              disabled={sending || obstacle !== null}
              describedBy={ids.problem}
              onPress={() => void send()}
            >
              {t(SEND_WORDS[kind])} <Kbd>Ctrl+Enter</Kbd>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** The kind that has a draft, else the first one that this officer can write here. */
function firstKind(
  complaint: Complaint,
  officer: Officer,
  drafts: ReturnType<typeof useServices>['drafts'],
): DraftKind {
  const begun = KINDS.find((kind) => drafts.read({ complaintId: complaint.id, kind }).text !== '');
  return begun ?? KINDS.find((kind) => obstacleOf(kind, complaint, officer) === null) ?? 'follow_up';
}
