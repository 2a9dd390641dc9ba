import type { ProcedureUtils } from '@orpc/tanstack-query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Carets } from '../drafts/carets.ts';
import type { DraftKind, Drafts, DraftView, Shelf } from '../drafts/drafts.ts';
import type { Attaching } from '../files/attaching.ts';
import type { Queries } from '../query/query-client.ts';
import type { QueueShelf } from '../queue/queue-shelf.ts';
import type { Backend } from '../transport/backend.ts';
import type { Connection, ConnectionState } from '../transport/connection.ts';

/** What every screen may use besides its props. Made once, before the first paint. */
export type Services = {
  readonly backend: Backend;
  readonly connection: Connection;
  readonly queries: Queries;
  readonly drafts: Drafts;
  readonly carets: Carets;
  readonly attaching: Attaching;
  readonly queues: QueueShelf;
};

type NoContext = Record<never, never>;

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices outside of ServicesContext');
  return services;
}

/**
 * What the backend answers: `useAnswerOf((ask) => ask.case.get, { id })`. Undefined: nothing yet, or the
 * input is null and nothing is asked. It is asked again after each event that makes the answer old.
 */
export function useAnswerOf<Input, Output>(
  ask: (queries: Queries) => ProcedureUtils<NoContext, Input, Output, Error>,
  ...[input]: undefined extends Input ? [input?: Input | null] : [input: Input | null]
): Output | undefined {
  const procedure = ask(useServices().queries) as ProcedureUtils<NoContext, unknown, Output, Error>;
  return useQuery(procedure.queryOptions({ input: input === null ? skipToken : input })).data;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useServices();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

/** The drafts of one kind on a complaint, and which of them is in the field. */
export function useShelf(complaintId: string, kind: DraftKind): Shelf {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.shelf({ complaintId, kind }));
}

export function useDraft(id: string): DraftView {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(id));
}

export function useIsBegun(complaintId: string, kind: DraftKind): boolean {
  const { drafts } = useServices();
  return useSyncExternalStore(drafts.subscribe, () => drafts.isBegun({ complaintId, kind }));
}
