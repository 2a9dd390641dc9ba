import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '#shared/domain/complaint/attachment.ts';

/**
 * The file routes for the OpenAPI document. They are not of the contract's calls: uploads speak tus 1.0
 * (https://tus.io/protocols/resumable-upload), downloads HTTP ranges, both without JSON.
 */
export function attachmentPaths(): Readonly<Record<string, object>> {
  return {
    '/v1/attachments': {
      post: {
        operationId: 'createUpload',
        summary: 'Announce a file; the answer says where its bytes go (tus 1.0, creation)',
        parameters: [
          TUS_VERSION,
          header('Upload-Length', 'Bytes of the file', FILE_SIZE),
          header(
            'Upload-Metadata',
            `Comma-separated, each value in base64: sha256 of the bytes (64 hexadecimal digits), filename, filetype: ${ATTACHMENT_TYPES.join(', ')}`,
            { type: 'string' },
          ),
        ],
        responses: {
          '201': {
            description: 'Created',
            headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } },
          },
          '400': { description: 'The metadata or the length is not as described' },
          '401': UNAUTHORIZED,
          '413': { description: 'Larger than a file may be' },
          '415': { description: 'A kind that is not taken' },
        },
      },
    },
    '/v1/attachments/{upload}': {
      head: {
        operationId: 'uploadOffset',
        summary: 'Where an upload stands (tus 1.0); a request that was still sending is ended',
        parameters: [UPLOAD, TUS_VERSION],
        responses: {
          '200': { description: 'OK', headers: { 'Upload-Offset': COUNT, 'Upload-Length': COUNT } },
          '401': UNAUTHORIZED,
          '404': NOT_FOUND,
        },
      },
      patch: {
        operationId: 'uploadBytes',
        summary: 'Bytes from an offset on (tus 1.0); whatever arrives before a cut is kept',
        description:
          'After the last byte the whole is checked: SHA-256, size, and the kind by content. A file that fails is not kept; the command that names it is refused with bad_attachment.',
        parameters: [UPLOAD, TUS_VERSION, UPLOAD_OFFSET],
        requestBody: {
          required: true,
          content: { 'application/offset+octet-stream': BYTES },
        },
        responses: {
          '204': { description: 'Stored', headers: { 'Upload-Offset': COUNT } },
          '401': UNAUTHORIZED,
          '404': NOT_FOUND,
          '409': { description: 'The upload stands elsewhere: ask where' },
          '413': { description: 'More than was announced' },
        },
      },
    },
    '/v1/attachments/{sha256}': {
      head: { operationId: 'hasAttachment', summary: 'Is a file here for this officer?', ...DOWNLOAD },
      get: {
        operationId: 'attachment',
        summary: 'The bytes of a file that the OPD uploaded, or that an entry it sees names',
        ...DOWNLOAD,
      },
    },
  };
}

function header(name: string, description: string, schema: object): object {
  return { name, in: 'header', required: true, description, schema };
}

const COUNT = { schema: { type: 'integer' } };
const BYTES = { schema: { type: 'string', format: 'binary' } };
const FILE_SIZE = { type: 'integer', minimum: 1, maximum: MAX_ATTACHMENT_BYTES };
const UPLOAD_OFFSET = header('Upload-Offset', 'Where the upload stands', { type: 'integer' });
const TUS_VERSION = header('Tus-Resumable', 'The version of the protocol', { const: '1.0.0' });
const UPLOAD = { name: 'upload', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const UNAUTHORIZED = { description: 'No token, or one that is not valid' };
const NOT_FOUND = { description: "Not there, or not the officer's to see" };
const DOWNLOAD = {
  parameters: [
    { name: 'sha256', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
    { ...header('Range', 'One range of bytes', { type: 'string' }), required: false },
  ],
  responses: {
    '200': {
      description: 'OK',
      content: Object.fromEntries(ATTACHMENT_TYPES.map((type) => [type, BYTES])),
    },
    '206': { description: 'The part that was asked for' },
    '304': { description: 'Known already (If-None-Match)' },
    '401': UNAUTHORIZED,
    '404': NOT_FOUND,
    '416': { description: 'Beyond the end of the file' },
  },
};
