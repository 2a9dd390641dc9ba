import fc from 'fast-check';
import type * as z from 'zod';
import { HOSTILE_FIELDS, HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile.ts';

type Schema = z.core.JSONSchema.JSONSchema;
type Part = z.core.JSONSchema._JSONSchema;
type Values = fc.Arbitrary<unknown>;

/** Values that exist in the fuzzed world, by the name of the field that may hold them. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** One of so many values in an arbitrary that may be hostile is. */
const HOSTILE_ONE_IN = 30;
/** Items of a list; more only where its maximum is tried. */
const MOST_ITEMS = 3;
/** Longer texts are valid, but cost more than they tell. */
const LONGEST_BOUND = 60_000;

/**
 * What a schema takes, as an OpenAPI reader sees it, with ids and names that exist among the values.
 * @param isHostile some values are wrong: in type, in size, missing, more than was asked for
 */
export function valuesOf(schema: Schema, known: Known, isHostile: boolean): Values {
  return walk(schema, '');

  function walk(part: Part, name: string): Values {
    if (typeof part === 'boolean') return fc.jsonValue({ maxDepth: 2 });
    const plain = plainValues(part, name);
    const existing = existingOf(part, name);
    const good =
      existing === undefined
        ? plain
        : fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...existing) },
            // The id of a command is new, most of the time.
            { weight: part.format === 'uuid' ? 40 : 1, arbitrary: plain },
          );
    if (!isHostile) return good;
    return fc.oneof({ weight: HOSTILE_ONE_IN - 1, arbitrary: good }, { weight: 1, arbitrary: wrong(part) });
  }

  /** A list is made of existing values, and an id that must be a UUID is not a complaint's. */
  function existingOf({ type, format }: Schema, name: string): readonly unknown[] | undefined {
    const field = format === 'uuid' ? 'uuid' : name;
    const values = Object.hasOwn(known, field) ? known[field] : undefined;
    return values?.some((one) => Array.isArray(one) === (type === 'array')) ? values : undefined;
  }

  function plainValues(part: Schema, name: string): Values {
    if (part.const !== undefined) return fc.constant(part.const);
    if (part.enum !== undefined) return fc.constantFrom(...part.enum);
    const choices = part.anyOf ?? part.oneOf;
    if (choices !== undefined) return mostlyFirst(choices.map((one) => walk(one, name)));
    if (part.allOf !== undefined) {
      const all = fc.tuple(...part.allOf.map((one) => walk(one, name)));
      return all.map((values) => Object.assign({}, ...values));
    }
    switch (part.type) {
      case 'object':
        return objectValues(part);
      case 'array': {
        const { minItems = 0, maxItems = MOST_ITEMS } = part;
        const most = Math.max(minItems, Math.min(maxItems, MOST_ITEMS));
        const item = Array.isArray(part.items) ? true : (part.items ?? true);
        return fc.array(walk(item, name), { minLength: minItems, maxLength: most });
      }
      case 'string':
        return textValues(part);
      case 'integer':
      case 'number': {
        const { minimum = -5, maximum = minimum + 1_000 } = part;
        const whole = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 1_000) });
        return part.type === 'integer' ? whole : fc.oneof(whole, fc.double({ noNaN: true }));
      }
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  function objectValues(part: Schema): Values {
    const { properties = {}, required = [], propertyNames, additionalProperties = {} } = part;
    if (propertyNames !== undefined) {
      const names = walk(propertyNames, '').map(String);
      return fc.dictionary(names, walk(additionalProperties, ''), { maxKeys: MOST_ITEMS });
    }
    const fields = Object.entries(properties).map(([name, one]) => [name, walk(one, name)] as const);
    const whole = fc.record(Object.fromEntries(fields), { requiredKeys: required });
    if (!isHostile || fields.length === 0) return whole;
    const missing = oneIn(2 * HOSTILE_ONE_IN, fc.constantFrom(...fields.map(([name]) => name)));
    const extra = oneIn(2 * HOSTILE_ONE_IN, fc.constantFrom(...HOSTILE_FIELDS));
    return fc.tuple(whole, missing, extra).map(([value, dropped, added]) => {
      const entries = Object.entries(value).filter(([name]) => name !== dropped);
      // So that `__proto__` becomes a field like any other.
      return Object.fromEntries(added === undefined ? entries : [...entries, added]);
    });
  }

  function textValues({ format, pattern, minLength = 0, maxLength = 200 }: Schema): Values {
    if (format === 'uuid') return fc.uuid();
    if (format === 'date-time') return instants;
    if (format === 'uri') return fc.constant('http://127.0.0.1:1');
    const matching = pattern === undefined ? null : matchingTexts(pattern);
    if (matching !== null) return matching;
    const words = known.text ?? ['Petugas sudah ke lokasi.'];
    const units = ['grapheme', 'grapheme-composite', 'binary'] as const;
    const invented = fc.constantFrom(...units).chain((unit) => fc.string({ unit, maxLength: 40 }));
    return fc.oneof(fc.constantFrom(...words.map(String)), invented).map((text) => {
      return text.padEnd(minLength, 'x').slice(0, maxLength);
    });
  }

  function wrong(part: Schema): Values {
    const values = [
      fc.constantFrom(...HOSTILE_TEXTS),
      fc.constantFrom(...HOSTILE_NUMBERS),
      fc.constantFrom(...HOSTILE_VALUES),
    ];
    const bounds = [part.minimum, part.maximum].flatMap((n) => (n === undefined ? [] : [n - 1, n, n + 1]));
    if (bounds.length > 0) values.push(fc.constantFrom(...bounds));
    const lengths = [part.minLength, part.maxLength].flatMap((n) =>
      n === undefined ? [] : [n - 1, n, n + 1],
    );
    const short = lengths.filter((n) => n >= 0 && n <= LONGEST_BOUND);
    if (short.length > 0) {
      const filling = fc.constantFrom('x', 'é', '漢', '\ud83d', ' ', '\0');
      values.push(fc.tuple(filling, fc.constantFrom(...short)).map(([unit, n]) => unit.repeat(n)));
    }
    const { maxItems = Number.POSITIVE_INFINITY, items } = part;
    if (items !== undefined && !Array.isArray(items)) {
      const counts = [2, ...(maxItems <= MOST_COPIES ? [maxItems, maxItems + 1] : [])];
      const copies = fc.tuple(walk(items, ''), fc.constantFrom(...counts));
      values.push(copies.map(([item, count]) => Array.from({ length: count }, () => item)));
    }
    return fc.oneof(...values);
  }
}

/** What may be null or unreadable is a good value most of the time; kinds of one thing are equally often. */
function mostlyFirst([first, ...others]: readonly Values[]): Values {
  if (first === undefined) return fc.constant(undefined);
  const weight = others.length === 1 ? 4 : 1;
  return fc.oneof({ weight, arbitrary: first }, ...others.map((arbitrary) => ({ weight: 1, arbitrary })));
}

/** One of so many times there is such a value. */
export function oneIn<T>(times: number, values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
}

/** A list is tried at its maximum, and one over it, where that is no larger. */
const MOST_COPIES = 200;

const instants = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2101-01-01'), noInvalidDate: true })
  .chain((date) =>
    fc.constantFrom('Z', '+07:00', '-12:00').map((zone) => date.toISOString().replace('Z', zone)),
  );

/** Null: fast-check cannot make texts of such a pattern. */
function matchingTexts(pattern: string): Values | null {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return null;
  }
}
