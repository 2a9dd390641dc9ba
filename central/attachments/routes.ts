import { randomUUID } from 'node:crypto';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES, safeName } from '#shared/domain/complaint/attachment.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import '../accounts/caller.ts';
import { hasTooMany } from '../store/uploads.ts';
import { download } from './download.ts';
import { OfficerUploads, type UploadDeps } from './uploads.ts';

const PATH = '/v1/attachments';
/** s; by then the texts that name the files may have come. */
const FULL_RETRY_S = 600;
const SHA256 = /^[0-9a-f]{64}$/;

export type AttachmentDeps = UploadDeps & {
  /** Told of a fault of ours; the client gets a plain 500. */
  readonly onFault: (error: unknown) => void;
};

/**
 * Files: uploads by tus 1.0 (creation, HEAD, PATCH) and downloads by SHA-256. A finished upload may still
 * have been rejected: that is for the command to say that names it, once, in the words of a refusal.
 */
export async function attachmentRoutes(http: FastifyInstance, deps: AttachmentDeps): Promise<void> {
  // The bytes go past Fastify, straight to the store.
  http.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));

  type Route = (officer: Officer, agencyId: string, request: FastifyRequest, reply: FastifyReply) => unknown;
  const forOfficers =
    (route: Route) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const officer = request.caller?.officer;
      if (officer === undefined) return reply.status(401).send({ code: 'UNAUTHORIZED', status: 401 });
      const agencyId = officer.agency?.id;
      if (agencyId === undefined) return reply.status(404).send({ code: 'NOT_FOUND', status: 404 });
      return route(officer, agencyId, request, reply);
    };

  const upload: Route = async (officer, agencyId, request, reply) => {
    reply.hijack();
    const uploads = new OfficerUploads(deps, { agencyId, officerId: officer.id });
    await tusServer(uploads, deps.onFault).handle(request.raw, reply.raw);
  };
  const announce: Route = async (officer, agencyId, request, reply) => {
    if (await hasTooMany(deps.db, officer.id, deps.limits)) {
      const answer = { code: 'TOO_MANY_REQUESTS', status: 429 };
      return reply.status(429).header('retry-after', FULL_RETRY_S).send(answer);
    }
    return upload(officer, agencyId, request, reply);
  };
  http.post(PATH, forOfficers(announce));
  http.route<{ Params: { name: string } }>({
    method: ['GET', 'HEAD', 'PATCH'],
    url: `${PATH}/:name`,
    exposeHeadRoute: false,
    compress: false,
    handler: forOfficers((officer, agencyId, request, reply) => {
      const { name } = request.params as { name: string };
      if (request.method !== 'PATCH' && SHA256.test(name)) {
        return download(deps.db, agencyId, name, request, reply);
      }
      if (request.method === 'GET') return reply.status(404).send({ code: 'NOT_FOUND', status: 404 });
      return upload(officer, agencyId, request, reply);
    }),
  });
}

function tusServer(uploads: OfficerUploads, onFault: (error: unknown) => void): Server {
  return new Server({
    path: PATH,
    datastore: uploads,
    maxSize: MAX_ATTACHMENT_BYTES,
    namingFunction: () => randomUUID(),
    // Relative to the address that was asked: true behind any proxy, whatever its host and path.
    generateUrl: (_request, { id }) => `attachments/${id}`,
    allowedOrigins: [],
    // Who may append is settled in PostgreSQL, for all processes.
    locker: { newLock: () => ({ lock: async () => undefined, unlock: async () => undefined }) },
    onUploadCreate: async (_request, { metadata, size = 0 }) => {
      const { sha256, filename, filetype } = metadata ?? {};
      const type = ATTACHMENT_TYPES.find((known) => known === filetype);
      if (!SHA256.test(sha256 ?? '') || size === 0) throw { status_code: 400, body: 'Invalid upload\n' };
      if (type === undefined) throw { status_code: 415, body: 'Type not taken\n' };
      return { metadata: { sha256: sha256 ?? '', name: safeName(filename ?? '', type) } };
    },
    onResponseError: (_request, error) => {
      // What it calls not implemented is a part of tus that nobody was promised: a mistake of the client.
      if ('status_code' in error && error.status_code === 501) return { status_code: 400, body: error.body };
      if ('status_code' in error) return undefined;
      onFault(error);
      return { status_code: 500, body: 'Not stored\n' };
    },
  });
}
