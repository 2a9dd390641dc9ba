import { create } from 'zustand';
import type { ShellRequest } from '#shared/contract/process/window-bridge.ts';

type Links = {
  /** The number of the complaint that a link asks for, until it is open or known not to be here. */
  readonly wanted: string | null;
  /** What the officer must be told of the last link. */
  readonly said:
    | { readonly what: 'wrong' }
    | { readonly what: 'unknown'; readonly trackingId: string }
    | null;
};

/** Links to complaints that were opened outside of the window. The newest one counts. */
export const useLinks = create<Links>()(() => ({ wanted: null, said: null }));

export function takeRequest(request: ShellRequest): void {
  if (request.type === 'open_complaint') useLinks.setState({ wanted: request.trackingId, said: null });
  else useLinks.setState({ wanted: null, said: { what: 'wrong' } });
}

export function endLink(said: Links['said'] = null): void {
  useLinks.setState({ wanted: null, said });
}
