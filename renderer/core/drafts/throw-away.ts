import type { Backend } from '../transport/backend.ts';
import { type Drafts, isEmpty } from './drafts.ts';

/**
 * Puts a draft aside with its files; the store keeps it for a while. What was typed last is saved first, so
 * that all of it can come back. `kept`: it was empty, or it was written on meanwhile. `not_now`: the disk did
 * not take it, or the line is lost.
 */
export async function throwAway(
  backend: Backend,
  drafts: Drafts,
  id: string,
): Promise<'thrown_away' | 'kept' | 'not_now'> {
  if (isEmpty(drafts.read(id))) return 'kept';
  try {
    if (!(await drafts.flush(id))) return 'not_now';
    await backend.draft.remove({ id });
    return drafts.removed(id) ? 'thrown_away' : 'kept';
  } catch {
    return 'not_now';
  }
}
