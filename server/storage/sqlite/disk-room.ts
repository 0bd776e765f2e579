import { statfsSync } from 'node:fs'

/** What has to be left for what others write meanwhile, and for clearing up. */
const LEFT_BYTES = 64 * 1024 * 1024

/** Throws as a full disk does where so many bytes would leave too little of it. */
export function requireDiskRoom(directory: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(directory)
  if (bavail * bsize >= bytes + LEFT_BYTES) return
  throw Object.assign(new Error('the disk has no room for so many images'), { sqliteCodeName: 'SQLITE_FULL' })
}
