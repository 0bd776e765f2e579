import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { getMimeType } from 'hono/utils/mime'
import { FILE_POLICY, SECURITY_HEADERS } from '../headers'

/** The folder of the build whose files have their content in their names, and where pages ask for them. */
const FOLDER = 'static'
const PREFIX = '/_next/static/'
const ONE_YEAR_S = 31_536_000
/** Handed to a line at once: a slow one keeps no more than that waiting, and a fast one holds nobody up. */
const PIECE_BYTES = 64 * 1024
const NO_GZIP = /(^|[\s,])gzip\s*;\s*q=0(\.0*)?\s*(,|$)/i

/** The files of the build, which pages ask for by names that change with what is in them. */
export interface BuildFiles {
  /** True where a file is asked for: it is answered then. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
}

interface Form {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string | number>>
}

interface BuildFile {
  readonly plain: Form
  /** Absent where it would be no shorter. */
  readonly packed?: Form
}

/**
 * Reads the files of a build into memory, packed once: packing each answer anew takes more than all else that a newcomer
 * costs. Rejects where the folder or one of them cannot be read.
 */
export async function loadBuildFiles(build: string): Promise<BuildFiles> {
  const folder = join(build, FOLDER)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const files = new Map(
    await Promise.all(
      paths.map(async (path) => {
        const name = relative(folder, path).split(sep).join('/')
        return [PREFIX + name, await toFile(name, await readFile(path))] as const
      }),
    ),
  )
  return {
    answer(request, response) {
      // As it is written: what is named in code, or by way of another folder, is none of them.
      const file = files.get((request.url ?? '').split('?')[0] ?? '')
      if (file) send(request, response, file.packed && takesGzip(request) ? file.packed : file.plain)
      return file !== undefined
    },
  }
}

async function toFile(name: string, bytes: Uint8Array): Promise<BuildFile> {
  const packed = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })
  const mark = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const headers = {
    ...SECURITY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'content-type': getMimeType(name) ?? 'application/octet-stream',
    'cache-control': `public, max-age=${ONE_YEAR_S}, immutable`,
    vary: 'accept-encoding',
  }
  const plain = { bytes, headers: { ...headers, 'content-length': bytes.length, etag: `"${mark}"` } }
  if (packed.length >= bytes.length) return { plain }
  const ofPacked = { 'content-encoding': 'gzip', 'content-length': packed.length, etag: `"${mark}-gzip"` }
  return { plain, packed: { bytes: packed, headers: { ...headers, ...ofPacked } } }
}

function takesGzip({ headers }: IncomingMessage): boolean {
  const said = String(headers['accept-encoding'] ?? '')
  return /\bgzip\b/i.test(said) && !NO_GZIP.test(said)
}

/** A part that is asked for is given as the whole, as any server may. */
function send(request: IncomingMessage, response: ServerResponse, { bytes, headers }: Form): void {
  const { 'content-length': length, ...others } = headers
  if ((request.headers['if-none-match'] ?? '').includes(String(headers['etag'])))
    return void response.writeHead(304, others).end()
  response.writeHead(200, { 'content-length': length, ...others })
  if (request.method === 'HEAD') return void response.end()
  // Not as a pipeline: that listens to more than Node takes for no leak, and says so for each file.
  Readable.from(piecesOf(bytes)).pipe(response)
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) yield bytes.subarray(from, from + PIECE_BYTES)
}
