import { useEffectEvent, useLayoutEffect } from 'react';
import { create } from 'zustand';
import { isJointId } from '#shared/domain/answers/joint-answer.ts';
import type { DraftKind } from '../drafts/drafts.ts';
import { answerTogether, openComplaint, record } from './navigation.ts';

/** What the composer of a complaint is asked to do, or the files that it is to take. */
type ComposeRequest = {
  readonly complaintId: string;
  /** Null: whatever is shown. */
  readonly kind: DraftKind | null;
  readonly act: ComposeAct | readonly File[];
  /** Letters that the officer typed for the field before it was there. */
  readonly typed?: string;
};

/**
 * `write`: take the focus. `begin`: an empty draft beside those that are begun. `pick`: let the officer
 * choose files. `preview`: show or hide what citizens will see. `answered`: show what was answered before.
 */
export type ComposeAct = 'write' | 'begin' | 'throw_away' | 'pick' | 'template' | 'preview' | 'answered';

export type CaseworkField = 'priority' | 'labels' | 'plan' | 'snooze' | 'link' | 'publish' | 'promise';

/** A field of the casework of a complaint is to take the focus. */
type CaseworkRequest = { readonly complaintId: string; readonly field: CaseworkField };

/** What is asked of a part of the screen that may not be there yet. The newest request counts. */
function createRequests<Request extends { readonly complaintId: string }>() {
  const store = create<{ readonly open: Request | null }>()(() => ({ open: null }));
  return {
    post: (request: Request) => {
      store.setState({ open: request });
      openComplaint(request.complaintId);
    },
    open: () => store.getState().open,
    replace: (open: Request) => store.setState({ open }),
    /** Nobody is there to answer. */
    drop: () => store.setState({ open: null }),
    /**
     * Answers what is asked of this complaint as soon as it is on the screen and before anything else is
     * typed. If `answer` says `later`, it is asked again after the next render.
     */
    useAnswer: (complaintId: string, answer: (request: Request) => 'answered' | 'later') => {
      store();
      const answerNow = useEffectEvent(answer);
      useLayoutEffect(() => {
        const { open } = store.getState();
        if (open === null || open.complaintId !== complaintId) return;
        if (answerNow(open) === 'answered') store.setState({ open: null });
      });
    },
  };
}

export const composerRequests = createRequests<ComposeRequest>();
export const caseworkRequests = createRequests<CaseworkRequest>();

/** Opens the field in which a text of this kind is written on a complaint. */
export function write(complaintId: string, kind: DraftKind): void {
  // What is being recorded is no complaint yet and has a form of its own.
  if (kind === 'record') record(complaintId);
  else if (isJointId(complaintId)) answerTogether(complaintId);
  else composerRequests.post({ complaintId, kind, act: 'write' });
}

/** Keeps a letter for the field that is about to take the focus. False: no field is. */
export function typeAhead(letter: string): boolean {
  const open = composerRequests.open();
  if (open === null || open.act !== 'write') return false;
  composerRequests.replace({ ...open, typed: (open.typed ?? '') + letter });
  return true;
}

export function askComposer(complaintId: string, act: ComposeRequest['act']): void {
  composerRequests.post({ complaintId, kind: null, act });
}

export function askCasework(complaintId: string, field: CaseworkField): void {
  caseworkRequests.post({ complaintId, field });
}
