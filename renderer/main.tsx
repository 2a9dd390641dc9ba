// Before every module that makes a schema.
import './core/browser/no-eval.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { type Services, ServicesContext } from './core/services/services.tsx';
import { applyAppearance, rememberedAppearance } from './core/settings/appearance.ts';
import { createI18n } from './words/i18n.ts';
import './kit/design/base.css';
import { Carets } from './core/drafts/carets.ts';
import { Drafts } from './core/drafts/drafts.ts';
import { Attaching } from './core/files/attaching.ts';
import { reduce } from './core/files/reduce.ts';
import { followEvents } from './core/query/events.ts';
import { createQueryClient, queriesOf } from './core/query/query-client.ts';
import { QueueShelf } from './core/queue/queue-shelf.ts';
import { takeRequest } from './core/state/link.ts';
import { after } from './core/time.ts';
import { connect } from './core/transport/connect.ts';
import { isCutOff } from './core/transport/connection.ts';
import { isPractising } from './core/transport/practice.ts';

// Practice is to be seen, also behind a dialog.
if (isPractising()) document.documentElement.dataset.practice = 'yes';
const words = createI18n(rememberedAppearance().language);
applyAppearance(rememberedAppearance(), words);

// Before the line: with it comes what the shell was asked before.
window.penghubung?.onRequest(takeRequest);
const { connection, backend } = connect(window);
const { client, onEvent } = createQueryClient();
const queues = new QueueShelf(backend);
const carets = new Carets({
  after,
  keep: (place) => void backend.draft.moveCaret(place).catch(() => {}),
});
const drafts = new Drafts({
  now: () => Date.now(),
  after,
  save: async (draft) => (await backend.draft.save({ ...draft, caret: carets.toSave(draft.id) })).updatedAt,
  newId: () => crypto.randomUUID(),
});
const attaching = new Attaching({ backend, reduce });

void followEvents(backend, connection, (event) => {
  onEvent(event);
  queues.onEvent(event);
});
// In a browser nothing is saved while the host is away, and a page that is loaded again then is not let in.
window.addEventListener('beforeunload', (event) => {
  if (window.penghubung === undefined && isCutOff(connection.state())) event.preventDefault();
});
// A hidden window may never come back: what is typed goes out at once.
window.addEventListener('pagehide', () => drafts.flushAll());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') drafts.flushAll();
});

const services: Services = {
  backend,
  queries: queriesOf(backend),
  connection,
  drafts,
  carets,
  attaching,
  queues,
};
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <ServicesContext value={services}>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </ServicesContext>
    </I18nextProvider>
  </StrictMode>,
);
