import { create } from 'zustand';
import type { ShellRequest } from '#shared/contract/process/window-bridge.ts';
import { useClosing } from './closing.ts';
import { goTo } from './navigation.ts';

type Links = {
  /** The complaint that a link or a notification asks for, until it is open or known not to be here. */
  readonly wanted: { readonly complaintId: string; readonly trackingId: string } | null;
  /** What the officer must be told of the last link. */
  readonly said:
    | { readonly what: 'wrong' }
    | { readonly what: 'unknown'; readonly trackingId: string }
    | null;
};

/** Links to complaints that were opened outside of the window. The newest one counts. */
export const useLinks = create<Links>()(() => ({ wanted: null, said: null }));

export function takeRequest(request: ShellRequest): void {
  switch (request.type) {
    case 'open_complaint':
      useLinks.setState({ wanted: request, said: null });
      break;
    case 'open_view':
      goTo(request.view);
      break;
    case 'wrong_link':
      endLink({ what: 'wrong' });
      break;
    case 'ask_closing':
      useClosing.setState({ isAsked: true });
      break;
  }
}

export function endLink(said: Links['said'] = null): void {
  useLinks.setState({ wanted: null, said });
}
