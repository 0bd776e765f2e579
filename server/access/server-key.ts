import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const KEY_BYTES = 32
const OWNER_ONLY = 0o600

/** The key of this installation: signs cookies and derives the secrets of links. Never leaves the server. */
export interface ServerKey {
  /** A keyed hash (HMAC-SHA256) of the text, for one purpose only; 43 base64url characters. */
  sign(purpose: 'cookie' | 'link', text: string): string
  verify(purpose: 'cookie' | 'link', text: string, signature: string): boolean
}

/**
 * Reads the key from the data directory, or makes it there on first start, readable by the owner only. Throws where the
 * stored key is not whole: whoever guesses a shorter one can sign as anybody.
 */
export async function loadServerKey(dataDirectory: string): Promise<ServerKey> {
  await mkdir(dataDirectory, { recursive: true })
  const path = join(dataDirectory, 'server.key')
  const stored = (await readKey(path)) ?? (await makeKey(path))
  if (stored.length !== KEY_BYTES)
    throw new Error(`${path} is damaged. Put it back from a backup, or remove it: then all links change.`)
  return createServerKey(stored)
}

async function readKey(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** Written beside its place first: a process that dies here leaves no part of a key there. The folder is ours alone. */
async function makeKey(path: string): Promise<Uint8Array> {
  const fresh = randomBytes(KEY_BYTES)
  const beside = `${path}.new`
  try {
    await rm(beside, { force: true })
    await writeFile(beside, fresh, { mode: OWNER_ONLY, flag: 'wx', flush: true })
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw cause
  }
  return fresh
}

/** Wraps key bytes; for tests and for `loadServerKey`. */
export function createServerKey(key: Uint8Array): ServerKey {
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url')
  return {
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text))
      const given = Buffer.from(signature)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}
