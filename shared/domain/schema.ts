import * as z from 'zod';

/** The building blocks of the domain's schemas; its types derive from them. */

/**
 * UTF-16 units of the longest text: a whole document that is pasted into a draft must not get lost. What
 * leaves the draft is shorter (`MAX_TEXT_LENGTH`), and so is a cell of LAPOR!'s export.
 */
export const MAX_TEXT = 1_000_000;
export const text = z.string().max(MAX_TEXT);
/** Names one thing. */
export const id = text.max(200);
/** A name, a title, a status: one line of LAPOR!'s export or of an officer. */
export const MAX_LINE = 2_000;
export const line = text.max(MAX_LINE);
/** An ISO instant as it is read. What comes in is asked whether it can be one where it is decided. */
export const time = text.max(40);

/** A text of one line that every program can store: without control characters and halves of a character. */
export function oneLine(most: number): z.ZodString {
  return text.max(most).regex(/^[^\p{Cc}\p{Cs}]*$/u);
}
/** A calendar day in WIB, "2026-02-13". */
export const day = text.max(10).regex(/^\d{4}-\d{2}-\d{2}$/);

/** Is the field of this name a day? It may be one that need not be chosen. */
export function isDay(shape: z.ZodRawShape, name: string): boolean {
  let field: unknown = shape[name];
  while (field instanceof z.ZodOptional || field instanceof z.ZodNullable) field = field.unwrap();
  return field === day;
}

/** A moment, ISO 8601 with its offset from UTC. */
export const instant = z.iso.datetime({ offset: true }).max(40);

/**
 * An object that keeps fields which this version does not know: what a newer program wrote must survive an
 * older one. Its type names the known fields alone, which a loose object of zod cannot.
 */
export function open<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}

/** A list whose type is readonly. zod's `.readonly()` would say `readOnly` in OpenAPI: not the same. */
export function list<Item extends z.ZodType>(item: Item, most = MANY): ListOf<Item> {
  return z.array(item).max(most) as unknown as ListOf<Item>;
}
/** More than any list has: of files, of entries, of what waits. */
const MANY = 100_000;

/** Values by a name each, at most so many. */
export function record<Value extends z.ZodType>(value: Value, most = MANY): z.ZodRecord<z.ZodString, Value> {
  const isSmall = (values: object): boolean => Object.keys(values).length <= most;
  return z.record(line, value).refine(isSmall, 'too many').meta({ maxProperties: most });
}

type ListOf<Item extends z.ZodType> = z.ZodReadonly<z.ZodArray<Item>>;

/** How deep a command is nested, and how many values it holds: far more than any kind of command needs. */
const MOST_DEPTH = 12;
const MOST_VALUES = 1_000;

/** Is it small enough to be walked through? What a schema does not know, it does not measure. */
export function isModest(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > MOST_DEPTH || values > MOST_VALUES) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}

/** What a schema lets through, readonly all the way down. */
export type Data<Schema extends z.ZodType> = ReadonlyData<z.output<Schema>>;
type ReadonlyData<T> = unknown extends T
  ? T
  : T extends Scalar
    ? T
    : T extends readonly (infer Item)[]
      ? readonly ReadonlyData<Item>[]
      : { readonly [Key in keyof T]: ReadonlyData<T[Key]> };
type Scalar = string | number | boolean | null | undefined;
