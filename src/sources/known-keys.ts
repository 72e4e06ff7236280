import type { z } from 'zod';

/** What we read of a zod schema's own description. */
interface Described {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

const described = (schema: z.ZodType): Described => schema.def as unknown as Described;

/** The names of the fields that may stand at a path of a file, for "did you mean". */
export function knownKeys(
  schema: z.ZodType | undefined,
  path: readonly PropertyKey[],
): readonly string[] {
  if (schema === undefined) return [];
  const { type, shape, element, valueType, innerType, in: input, options } = described(schema);
  if (innerType !== undefined) return knownKeys(innerType, path);
  if (type === 'pipe') return knownKeys(input, path);
  if (options !== undefined) return [...new Set(options.flatMap((it) => knownKeys(it, path)))];
  const [step, ...rest] = path;
  if (step === undefined) return shape === undefined ? [] : Object.keys(shape);
  if (shape !== undefined)
    return Object.hasOwn(shape, step) ? knownKeys(shape[String(step)], rest) : [];
  return knownKeys(element ?? valueType, rest);
}
