import type { BackendContext } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import type { QueueReader } from './queue.ts';

export function viewsHandlers(os: WindowApi['views'], { journal, hub }: BackendContext, queue: QueueReader) {
  return {
    list: os.list.handler(() => journal.views.list()),
    save: os.save.handler(
      silent(({ input }) => {
        journal.write(() => journal.views.save(input));
        hub.publish(['settings'], []);
      }),
    ),
    counts: os.counts.handler(() =>
      Object.fromEntries(journal.views.list().map(({ id, search }) => [id, queue.countOf(search)] as const)),
    ),
  };
}
