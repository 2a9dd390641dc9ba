import * as z from 'zod';

/** The building blocks of the domain's schemas; its types derive from them. */

export const text = z.string();
/** A calendar day in WIB, "2026-02-13". */
export const day = text.regex(/^\d{4}-\d{2}-\d{2}$/);

/** Is the field of this name a day? It may be one that need not be chosen. */
export function isDay(shape: z.ZodRawShape, name: string): boolean {
  let field: unknown = shape[name];
  while (field instanceof z.ZodOptional || field instanceof z.ZodNullable) field = field.unwrap();
  return field === day;
}

/** A moment, ISO 8601 with its offset from UTC. */
export const instant = z.iso.datetime({ offset: true });

/**
 * An object that keeps fields which this version does not know: what a newer program wrote must survive an
 * older one. Its type names the known fields alone, which a loose object of zod cannot.
 */
export function open<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}

/** A list whose type is readonly. zod's `.readonly()` would say `readOnly` in OpenAPI: not the same. */
export function list<Item extends z.ZodType>(item: Item, most?: number): ListOf<Item> {
  const items = z.array(item);
  return (most === undefined ? items : items.max(most)) as unknown as ListOf<Item>;
}
type ListOf<Item extends z.ZodType> = z.ZodReadonly<z.ZodArray<Item>>;

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
