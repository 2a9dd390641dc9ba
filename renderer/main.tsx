import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { type Services, ServicesProvider } from './core/services/services.tsx';
import { applyLook, rememberedLook } from './core/settings/look.ts';
import { createI18n } from './words/i18n.ts';
import './kit/design/base.css';
import { Drafts } from './core/drafts/drafts.ts';
import { Attaching } from './core/files/attaching.ts';
import { FileBytes } from './core/files/file-bytes.ts';
import { reduce } from './core/files/reduce.ts';
import { followEvents } from './core/query/events.ts';
import { createQueryClient, queriesOf } from './core/query/query-client.ts';
import { QueueShelf } from './core/queue/queue-shelf.ts';
import { connect } from './core/transport/connect.ts';
import { isRehearsing } from './core/transport/rehearsal.ts';

// Practice is to be seen, also behind a dialog.
if (isRehearsing()) document.documentElement.dataset.rehearsal = 'yes';
const words = createI18n(rememberedLook().language);
applyLook(rememberedLook(), words);

const { connection, desk } = connect(window);
const { client, onEvent } = createQueryClient();
const queues = new QueueShelf(desk);
const drafts = new Drafts({
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  save: async (draft) => (await desk.draft.save(draft)).updatedAt,
  newId: () => crypto.randomUUID(),
});
const attaching = new Attaching({ desk, reduce });
const files = new FileBytes(desk);

void followEvents(desk, connection, (event) => {
  onEvent(event);
  queues.onEvent(event);
});
// A hidden window may never come back: what is typed goes out at once.
window.addEventListener('pagehide', () => drafts.flushAll());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') drafts.flushAll();
});

const services: Services = { desk, queries: queriesOf(desk), connection, drafts, attaching, files, queues };
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <ServicesProvider services={services}>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </ServicesProvider>
    </I18nextProvider>
  </StrictMode>,
);
