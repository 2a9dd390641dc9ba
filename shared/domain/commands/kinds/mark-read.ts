import * as z from 'zod';
import type { ReadMark } from '../../complaint/complaint.ts';
import { OFFICE } from '../../people/roles.ts';
import { silentCommand } from '../spec/spec.ts';

/** The officer has seen the complaint up to the revision on which the command was made. */
export const markRead = silentCommand({
  payload: z.object({}),
  roles: OFFICE,
  effect: (next, { trunkRevision }, { officer }) => ({
    ...next,
    readBy: markedBy(next.readBy, { officerId: officer.id, revision: trunkRevision }),
  }),
});

/** In the order of officer ids, so that every machine holds the same list; reading never becomes less. */
function markedBy(marks: readonly ReadMark[], mark: ReadMark): readonly ReadMark[] {
  const before = marks.find(({ officerId }) => officerId === mark.officerId)?.revision ?? 0;
  const others = marks.filter(({ officerId }) => officerId !== mark.officerId);
  const all = [...others, { ...mark, revision: Math.max(before, mark.revision) }];
  return all.sort((a, b) => (a.officerId < b.officerId ? -1 : 1));
}
