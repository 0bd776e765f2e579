import { expect, test } from 'vitest'
import { qrPath } from '@/components/workshop/share/qr-path'
import { readQr } from './read-qr'

const LINK = 'http://192.168.1.20:3000/join/TvvfHMQA4h7-xh_sCPLH4ffYTh6eRJ915zyhltBbMpg'
const QUIET = 4

/** The squares a path made of whole modules draws. */
function toModules({ d, size }: { d: string; size: number }): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, w] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(w); at++) (modules[Number(y)] ?? [])[at] = true
  }
  return modules
}

test('the code of a link reads back as that link', () => {
  const modules = toModules(qrPath(LINK))
  const inner = modules.slice(QUIET, -QUIET).map((row) => row.slice(QUIET, -QUIET))
  expect(readQr(inner)).toBe(LINK)
})

test('the code has a light edge of four modules all around', () => {
  const { d, size } = qrPath(LINK)
  const modules = toModules({ d, size })
  const edge = modules.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, size - 1 - x, size - 1 - y) < QUIET),
  )
  expect(edge.length).toBe(size ** 2 - (size - 2 * QUIET) ** 2)
  expect(edge.some(Boolean)).toBe(false)
})
