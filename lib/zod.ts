import { config, z } from 'zod'

// Schemas compile themselves with `new Function` unless told not to, and trying counts as a violation of the
// content security policy of our pages. Every schema takes `z` from here (a lint rule sees to it).
config({ jitless: true })

export { z }
