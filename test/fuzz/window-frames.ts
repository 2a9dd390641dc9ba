import fc from 'fast-check';
import { windowContract } from '#shared/contract/window/window.ts';
import { HOSTILE_TEXTS, HOSTILE_VALUES, jsonOf } from './hostile.ts';
import { type Procedure, proceduresOf } from './procedures.ts';
import { type Known, oneIn, valuesOf } from './values.ts';

/** A message of a page that was let in. */
export type Frame = {
  readonly data: string | Buffer;
  /** Under which the answer comes; null: nobody can answer it. */
  readonly id: string | null;
  /** It may be none of the protocol: then the host ends the line. */
  readonly mayEndLine: boolean;
};

/** With a number of its own, so that the answer can be told. */
export type Framing = (id: string) => Frame;

/** Messages of the window's contract, as they should be and as they should not. */
export function windowFrames(known: Known): fc.Arbitrary<Framing> {
  const calls = proceduresOf(windowContract).map((procedure) => ({
    weight: procedure.input === null ? 1 : 4,
    arbitrary: framesOf(procedure, known),
  }));
  return fc.oneof({ weight: 12, arbitrary: fc.oneof(...calls) }, { weight: 1, arbitrary: broken });
}

function framesOf(procedure: Procedure, known: Known): fc.Arbitrary<Framing> {
  const { input } = procedure;
  const values =
    input === null
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 2, arbitrary: valuesOf(input, known, false) },
          { weight: 3, arbitrary: valuesOf(input, known, true) },
        );
  const place = fc.oneof(
    { weight: 7, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant(['practice']) },
  );
  return fc.record({ values, place, meta: oneIn(40, metas), more: oneIn(40, surroundings) }).map(
    ({ values, place, meta, more }): Framing =>
      (id) => {
        const mayEndLine = meta !== undefined || more !== undefined;
        const body = { ...(values === undefined ? {} : { json: values }), ...(meta && { meta }) };
        const url = `/${[...place, ...procedure.path].join('/')}`;
        return { data: jsonOf({ i: id, p: { u: url, b: body, ...more } }), id, mayEndLine };
      },
  );
}

/** Types of oRPC (0 bigint, 1 date, 2 NaN, 3 undefined, 4 URL, 5 RegExp, 6 set, 7 map) at places. */
const metas = fc.constantFrom<readonly unknown[]>(
  [[1, 'id']],
  [[3, 'text']],
  [[6]],
  [[7, 'payload']],
  [[5, 'id']],
  [[0, 'size']],
  [[99, 'id']],
  [[1, '__proto__', 'polluted']],
  [[3, 'constructor', 'prototype', 'polluted']],
  ['x'],
  [null],
);

/** What else a message may say of itself. */
const surroundings = fc.oneof(
  fc.constantFrom('GET', 'HEAD', 'BREW', '', 7, null).map((m) => ({ m })),
  fc
    .constantFrom<unknown>(
      'http://lain.invalid/session/get',
      'http://[',
      '/',
      '//',
      '/..%2f..',
      '/%zz',
      '/%00',
      '/session',
      '/session/get/more',
      '/__proto__/toString',
      '/constructor',
      '/practice/practice/session/get',
      '/practice/%2e%2e/session/get',
      `/${'a/'.repeat(5_000)}`,
      '/session/get?data=%zz',
      '/session/get?data={"json":{"id":',
    )
    .map((u) => ({ u })),
  fc
    .constantFrom<object>(
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'text/event-stream' },
      { 'content-type': 'text/plain' },
      { 'content-disposition': 'attachment; filename="x"' },
      { 'content-disposition': "attachment; filename*=UTF-8''%zz" },
      { 'last-event-id': 'x' },
      { authorization: ['a', 'b'] },
      { '': null },
    )
    .map((h) => ({ h })),
  fc.constantFrom(...HOSTILE_VALUES, ...HOSTILE_TEXTS).map((b) => ({ b })),
  fc.constantFrom(...HOSTILE_VALUES, ...HOSTILE_TEXTS.slice(0, 12)).map((json) => ({ b: { json } })),
);

const silent =
  (data: string | Buffer): Framing =>
  () => ({ data, id: null, mayEndLine: true });

/** What is no message of the protocol, and so has no answer. */
const broken: fc.Arbitrary<Framing> = fc.oneof(
  fc
    .constantFrom(
      ...HOSTILE_TEXTS,
      '{',
      '[1',
      '{"i":1}',
      '{"i":"1","p":null}',
      '{"i":"1","p":{}}',
      '{"p":{"u":"/x"}}',
    )
    .map(silent),
  fc.constantFrom(...HOSTILE_VALUES).map((value) => silent(jsonOf(value))),
  fc.constantFrom(...HOSTILE_VALUES).map((p) => silent(jsonOf({ i: 'x', p }))),
  fc.constantFrom(...HOSTILE_VALUES).map((u) => silent(jsonOf({ i: 'x', p: { u } }))),
  fc
    .tuple(
      fc.constantFrom('1', '2', 'none', ''),
      fc.constantFrom(0, 2, 3, 4, 99, 'x'),
      fc.constantFrom(...HOSTILE_VALUES),
    )
    .map(([i, t, p]) => silent(jsonOf({ i, t, p }))),
  fc.uint8Array({ maxLength: 100 }).map((noise) => silent(Buffer.from(noise))),
  fc
    .constantFrom(
      '{"i":"x","p":{"u":"/draft/list"}}',
      '{"i":"x","p":{"u":"/attachment/append","h":{"content-disposition":"x"}}}',
    )
    .map((json) => silent(Buffer.concat([Buffer.from(json), Buffer.from([255, 1, 2, 3])]))),
);
