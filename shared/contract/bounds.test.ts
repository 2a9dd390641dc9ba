import { isContractProcedure } from '@orpc/contract';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { sampleComplaint } from '../domain/testing/samples.ts';
import { centralContract, changesPage, isReadable } from './central/central.ts';
import { windowContract } from './window/window.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The places of a JSON schema that let through something of any size, as a reader of OpenAPI sees them. */
function unboundedIn(schema: unknown, at: string): readonly string[] {
  if (!isObject(schema)) return [];
  const inside = Object.entries(schema).flatMap(([name, part]) => unboundedIn(part, `${at}/${name}`));
  const isFixed = 'enum' in schema || 'const' in schema || schema.format === 'uuid';
  const isOpen =
    (schema.type === 'string' && !isFixed && schema.maxLength === undefined) ||
    (schema.type === 'array' && schema.maxItems === undefined) ||
    (isObject(schema.propertyNames) &&
      !('enum' in schema.propertyNames) &&
      schema.maxProperties === undefined);
  return isOpen ? [at, ...inside] : inside;
}

function unboundedOf(contract: unknown, name: string): readonly string[] {
  if (!isContractProcedure(contract)) {
    return Object.entries(contract as Json).flatMap(([part, inner]) => unboundedOf(inner, `${name}.${part}`));
  }
  const { inputSchema, outputSchema } = contract['~orpc'];
  return [
    ...(inputSchema instanceof z.ZodType ? unboundedIn(jsonOf(inputSchema, 'input'), `${name} input`) : []),
    ...(outputSchema instanceof z.ZodType
      ? unboundedIn(jsonOf(outputSchema, 'output'), `${name} output`)
      : []),
  ];
}
const jsonOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

test.each([
  ['the central contract', centralContract],
  ['the window contract', windowContract],
])('every text, list and record of %s has a maximum', (_, contract) => {
  expect(unboundedOf(contract, '')).toEqual([]);
});

test('a change that cannot be read is left out of its page, and the others are read', () => {
  const upsert = (title: string) => ({
    type: 'upsert',
    seq: 1,
    mark: 1,
    complaint: sampleComplaint({ title }),
  });
  const removal = { type: 'removal', seq: 3, complaintId: 'lapor-1' };
  const changes = [upsert('Lampu'), upsert('x'.repeat(5_000)), { type: 'dance', seq: 2 }, removal];
  const page = { epoch: 'e', cursor: 'c', more: false, serverTime: '', changes, digest: null, presence: [] };
  const read = changesPage.parse(page).changes.filter(isReadable);
  expect(read.map(({ type }) => type)).toEqual(['upsert', 'removal']);
});

test('what has no maximum is found, wherever it stands', () => {
  const deep = z.union([z.looseObject({ a: z.array(z.string().max(1)).nullable().optional() }), z.int()]);
  const flat = z.discriminatedUnion('k', [z.object({ k: z.literal('a'), text: z.string() })]);
  const map = z.record(z.string().max(2), z.int()).default({});
  const found = unboundedIn(jsonOf(z.object({ deep, flat, map, fine: z.uuid() }), 'input'), '');
  expect(found.map((place) => place.split('/')[2])).toEqual(['deep', 'flat', 'map']);
});
