import { resolve } from 'node:path'
import * as z from '@/lib/zod'
import { err, ok, type Result } from '@/lib/result'

const DEFAULT_PORT = 3000
const DEFAULT_MAX_BOARDS = 10_000
const DEFAULT_MAX_GB = 20
const GB_BYTES = 1024 ** 3

const PORT_WORDS = 'it has to be a whole number from 0 to 65535'
const COUNT_WORDS = 'it has to be a whole number from 1'
const GB_WORDS = 'it has to be a number above 0'
const TOKEN_WORDS = 'it has to have 16 characters or more'
const ORIGIN_WORDS = 'it has to be an address such as https://boards.example.org'

const environmentSchema = z.object({
  PORT: z.coerce
    .number(PORT_WORDS)
    .int(PORT_WORDS)
    .min(0, PORT_WORDS)
    .max(65_535, PORT_WORDS)
    .default(DEFAULT_PORT),
  HOST: z.string().optional(),
  CONTOUR_DATA_DIR: z.string().default('data'),
  CONTOUR_ORIGIN: z
    .url({ protocol: /^https?$/, error: ORIGIN_WORDS })
    .transform((address) => new URL(address).origin)
    .optional(),
  CONTOUR_MAX_BOARDS: z.coerce
    .number(COUNT_WORDS)
    .int(COUNT_WORDS)
    .min(1, COUNT_WORDS)
    .default(DEFAULT_MAX_BOARDS),
  CONTOUR_MAX_GB: z.coerce.number(GB_WORDS).positive(GB_WORDS).default(DEFAULT_MAX_GB),
  CONTOUR_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  CONTOUR_METRICS_TOKEN: z.string().min(16, TOKEN_WORDS).optional(),
  CONTOUR_PROBE: z.enum(['on', 'off']).default('off'),
  TLDRAW_LICENSE_KEY: z.string().optional(),
})

/** Everything an operator may set. */
export interface Config {
  readonly port: number
  /** The address to listen on; undefined: all of them, IPv4 and IPv6. */
  readonly host: string | undefined
  readonly dataDirectory: string
  /** The public origin when it differs from what the Host header says, such as behind a TLS proxy. */
  readonly origin: string | undefined
  /** Where it is reached, no new boards and images are taken. */
  readonly most: { readonly boards: number; readonly bytes: number }
  readonly logLevel: string
  /** What a collector of `/metrics` has to say; undefined: only this machine itself may ask. */
  readonly metricsToken: string | undefined
  readonly isDevelopment: boolean
  /** Whether pages carry the probe that browser tests read. */
  readonly hasProbe: boolean
  readonly canvasLicenseKey: string | undefined
}

/**
 * Reads the settings from environment and arguments; an error is a sentence for the operator. Whoever watches a
 * terminal reads sentences: unless it is set, the log says there only what is wrong.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  argv: readonly string[],
  isTerminal = false,
): Result<Config, string> {
  // A name without a value, as in the files of containers, is as good as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return err(`The setting ${String(issue?.path[0])} is not valid: ${issue?.message ?? 'unknown reason'}.`)
  }
  const settings = parsed.data
  return ok({
    port: settings.PORT,
    host: settings.HOST,
    dataDirectory: resolve(settings.CONTOUR_DATA_DIR),
    origin: settings.CONTOUR_ORIGIN,
    most: { boards: settings.CONTOUR_MAX_BOARDS, bytes: settings.CONTOUR_MAX_GB * GB_BYTES },
    logLevel: settings.CONTOUR_LOG_LEVEL ?? (isTerminal ? 'warn' : 'info'),
    metricsToken: settings.CONTOUR_METRICS_TOKEN,
    isDevelopment: argv.includes('--dev'),
    hasProbe: settings.CONTOUR_PROBE === 'on',
    canvasLicenseKey: settings.TLDRAW_LICENSE_KEY,
  })
}

/** The settings of this process. Also sets what React and Next read from the environment when they are loaded. */
export function readProcessConfig(): Result<Config, string> {
  const config = readConfig(process.env, process.argv, process.stdout.isTTY)
  if (!config.ok) return config
  const NODE_ENV = config.value.isDevelopment ? 'development' : 'production'
  // Telemetry would be a call to another host.
  Object.assign(process.env, { NODE_ENV, NEXT_TELEMETRY_DISABLED: '1' })
  return config
}

/** The environment a child process of the build inherits. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}
