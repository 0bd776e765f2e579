import * as z from './zod'

declare const idName: unique symbol
type Id<Name extends string> = string & { readonly [idName]: Name }

export type BoardId = Id<'BoardId'>
export type PersonId = Id<'PersonId'>
export type InitiativeId = Id<'InitiativeId'>
export type InstanceId = Id<'InstanceId'>
export type TeamId = Id<'TeamId'>
export type InteractionId = Id<'InteractionId'>

/** A source of randomness: answers that many random bytes. Passed in, so that tests can seed it. */
export type RandomBytes = (lengthBytes: number) => Uint8Array

const ID_BYTES = 16
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** Makes an id of 22 URL-safe characters carrying 128 random bits. */
export function createId<Name extends string = string>(random: RandomBytes): Name {
  return toBase64Url(random(ID_BYTES)) as Name
}

/** Writes bytes as base64url without padding; runs where there is neither Buffer nor btoa. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const chunk = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const characters = Math.min(bytes.length - at, 3) + 1
    for (let place = 0; place < characters; place++) text += ALPHABET[(chunk >> (18 - 6 * place)) & 63]
  }
  return text
}

const idPattern = /^[A-Za-z0-9_-]{1,64}$/

/** Parses an id that came from outside. */
export const boardIdSchema = z
  .string()
  .regex(idPattern)
  .transform((text) => text as BoardId)

/** Parses a person's id that came from outside. */
export const personIdSchema = z
  .string()
  .regex(idPattern)
  .transform((text) => text as PersonId)
