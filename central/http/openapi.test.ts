import { expect, test } from 'vitest';
import { committedOpenApi, openApiText } from './openapi.ts';

test('openapi.json says what the contract says (else: node central/http/openapi.ts --write)', async () => {
  expect(committedOpenApi()).toBe(await openApiText());
});

test('openapi.json names every call', () => {
  const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(committedOpenApi());
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(calls.sort()).toEqual([
    'GET /v1/attachments/{sha256}',
    'GET /v1/changes',
    'GET /v1/commands/{id}',
    'GET /v1/health',
    'GET /v1/me',
    'HEAD /v1/attachments/{sha256}',
    'HEAD /v1/attachments/{upload}',
    'PATCH /v1/attachments/{upload}',
    'POST /v1/attachments',
    'POST /v1/commands',
    'POST /v1/enrolments',
    'POST /v1/reports',
  ]);
});
