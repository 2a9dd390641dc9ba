import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { listen } from '../support/listen.ts';
import { inventedComplaint } from './invented.ts';

/**
 * The side of CouchDB's replication protocol that a replication pulls from; the complaints are held in
 * memory.
 */
export type CouchSource = { readonly address: string; readonly close: () => Promise<void> };

type Answer = { readonly status: number; readonly body: string };

const wanted = z.object({ docs: z.array(z.object({ id: z.string() })) });
const NOT_FOUND: Answer = { status: 404, body: '{"error":"not_found","reason":"missing"}' };
const UUID = 'bench00000000000000000000000000';

export async function couchSource(count: number, now: number): Promise<CouchSource> {
  const rev = createHash('md5').update('1').digest('hex');
  const documents = new Map<string, string>();
  for (let number = 0; number < count; number++) {
    const { id, ...complaint } = inventedComplaint(number, now);
    const identity = { _id: id, _rev: `1-${rev}`, _revisions: { start: 1, ids: [rev] } };
    documents.set(id, JSON.stringify({ ...identity, ...complaint }));
  }
  const ids = [...documents.keys()];

  const changes = (query: URLSearchParams): string => {
    const since = Number(query.get('since') ?? 0);
    const slice = ids.slice(since, since + Number(query.get('limit') ?? count));
    const results = slice.map((id, n) => ({ seq: since + n + 1, id, changes: [{ rev: `1-${rev}` }] }));
    const last = since + slice.length;
    return JSON.stringify({ results, last_seq: last, pending: count - last });
  };
  const bulkGet = async (request: IncomingMessage): Promise<string> => {
    const { docs } = wanted.parse(await json(request));
    const results = docs.map(({ id }) => `{"id":${JSON.stringify(id)},"docs":[{"ok":${documents.get(id)}}]}`);
    return `{"results":[${results.join(',')}]}`;
  };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://source');
    if (pathname === '/') return { status: 200, body: JSON.stringify({ couchdb: 'Welcome', uuid: UUID }) };
    if (/^\/reports\/?$/.test(pathname)) {
      const info = { db_name: 'reports', doc_count: count, update_seq: count, instance_start_time: '0' };
      return { status: 200, body: JSON.stringify(info) };
    }
    if (pathname === '/reports/_changes') return { status: 200, body: changes(searchParams) };
    if (pathname === '/reports/_bulk_get') return { status: 200, body: await bulkGet(request) };
    // The replication's own mark at the source: it begins without one, and may leave one.
    if (pathname.startsWith('/reports/_local/') && request.method === 'PUT') {
      return { status: 201, body: JSON.stringify({ ok: true, id: pathname.slice(9), rev: '0-1' }) };
    }
    return NOT_FOUND;
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return {
    address: `${await listen(server)}/reports`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
