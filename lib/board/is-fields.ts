import type { Json } from './layout'

/** Whether this is a plain object of named values; values of a record are known to be JSON, others are not. */
export function isFields(value: Json | undefined): value is { readonly [key: string]: Json }
export function isFields(value: unknown): value is { readonly [key: string]: unknown }
export function isFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
