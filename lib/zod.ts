import { config } from 'zod'

// Schemas compile themselves with `new Function` unless told not to, and trying counts as a violation of the
// content security policy of our pages. Every schema takes its parts from here (a lint rule sees to it), by name: the
// whole of the library would bring every page the error texts of fifty languages.
config({ jitless: true })

export {
  array,
  boolean,
  coerce,
  custom,
  discriminatedUnion,
  enum,
  literal,
  looseObject,
  number,
  object,
  partialRecord,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown,
  url,
} from 'zod'
export type { infer, ZodObject, ZodOptional, ZodType, ZodUnion } from 'zod'
