import { createTanstackQueryUtils, type OperationKey, type RouterUtils } from '@orpc/tanstack-query';
import { type Query, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { BackendEvent } from '#shared/contract/window/events.ts';
import type { Backend } from '../transport/backend.ts';

type Topic = BackendEvent['topics'][number];
type Subjects = keyof Backend & string;
/** A procedure of the contract by its path: "case.get". */
type Path = { [Subject in Subjects]: `${Subject}.${keyof Backend[Subject] & string}` }[Subjects];

/**
 * Topics of the events that make an answer old (`backendEvent` says what each of them is). An answer without
 * a line here is old after every event.
 */
const TOPICS: { readonly [path in Path]?: readonly Topic[] } = {
  'session.get': ['session'],
  'reference.get': ['reference'],
  'settings.get': ['settings'],
  'template.list': ['settings'],
  'template.office': ['reference', 'outbox'],
  'sync.status': ['sync', 'outbox'],
  'sync.log': ['log'],
  'deadlines.moved': ['session'],
  'deadlines.offlineDays': ['log'],
  'command.previewMany': ['queue', 'case'],
  'command.previewJoint': ['queue', 'case'],
  'queue.counts': ['queue', 'outbox', 'reference'],
  'queue.search': ['queue'],
  'queue.filterValues': ['queue'],
  'case.get': ['case', 'outbox'],
  // Any complaint may become similar to another one, be linked to it, or be answered.
  'similar.of': ['queue'],
  'similar.toText': ['queue'],
  'similar.group': ['queue'],
  'similar.answers': ['queue'],
  'outbox.list': ['outbox'],
  'draft.list': ['outbox'],
  'diagnostics.evidence': [],
  'morning.get': ['queue', 'outbox', 'reference', 'sync'],
  'views.list': ['settings'],
  'views.counts': ['queue', 'reference', 'settings'],
};

/** How long an answer that no screen shows stays in memory, for an instant return to it, ms. */
const KEPT_MS = 60_000;

/** What the backend can be asked; a screen asks by `useAnswerOf`. */
export type Queries = RouterUtils<Backend>;

export const queriesOf = (backend: Backend): Queries => createTanstackQueryUtils(backend);

/**
 * The cache of the backend's answers. An answer stays good until an event of the backend names its topic.
 * The backend is on this computer, so no query waits for the network. A question that fails is not
 * repeated: after a lost line comes an event that names everything.
 */
export function createQueryClient() {
  /** Named by an event while their answer was on its way. It may be older than the change. */
  const overtaken = new WeakSet<Query>();
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onSettled: (_data, _error, query) => {
        if (overtaken.delete(query as Query)) {
          void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
        }
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: KEPT_MS,
        retry: false,
        refetchOnWindowFocus: false,
      },
    },
  });
  const onEvent = (event: BackendEvent): void => {
    const predicate = ({ queryKey }: { readonly queryKey: QueryKey }) => concerns(event, queryKey);
    for (const query of client.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' })) {
      overtaken.add(query);
    }
    // An answer on its way is waited for: during the first load events come faster than answers.
    void client.invalidateQueries({ predicate }, { cancelRefetch: false });
  };
  return { client, onEvent };
}

function concerns({ topics, complaintIds }: BackendEvent, queryKey: QueryKey): boolean {
  const [path, { input }] = queryKey as OperationKey<'query', { readonly id?: string }>;
  const name = path.join('.');
  if (TOPICS[name as Path]?.some((topic) => topics.includes(topic)) === false) return false;
  const id = name === 'case.get' ? input?.id : undefined;
  return id === undefined || complaintIds === null || complaintIds.includes(id);
}
