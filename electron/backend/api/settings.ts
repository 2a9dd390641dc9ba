import type { BackendContext } from './context.ts';
import type { WindowApi } from './implement.ts';

export function settingsHandlers(os: WindowApi['settings'], { journal, hub, sync }: BackendContext) {
  const { settings } = journal;
  return {
    get: os.get.handler(() => settings.get()),
    set: os.set.handler(({ input }) => {
      journal.write(() => settings.save(input));
      hub.publish(['settings'], []);
      sync.mayFetch();
      return settings.get();
    }),
  };
}
