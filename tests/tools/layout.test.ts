import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listSources, REPOSITORY, TOP_FOLDERS } from './source-files.mjs'

const sources = listSources()
const text = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8')
const topOf = (path: string) => path.split('/')[0]

/** The relative imports of a file, each resolved to a path from the repository. */
function relativeImports(file: string): string[] {
  const specifiers = [...text(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)]
  return specifiers.map(([, specifier]) => posix.join(dirname(file), specifier ?? ''))
}

describe('the layout of the source', () => {
  it('names files in kebab-case', () => {
    const routeFolder = /\[[a-zA-Z]+\]\//g
    const odd = sources.filter((file) => !/^[a-z0-9/.-]+$/.test(file.replace(routeFolder, '')))
    expect(odd).toEqual([])
  })

  it('has no barrels and no junk drawers', () => {
    const drawers = sources.filter((file) =>
      /(^|\/)(index|utils?|misc|common|[a-z-]*(helpers?|managers?|utils))(\/|\.)/.test(file),
    )
    expect(drawers).toEqual([])
  })

  it('crosses from one top folder to another only by the alias', () => {
    const crossing = sources.flatMap((file) =>
      relativeImports(file)
        .filter((target) => TOP_FOLDERS.includes(topOf(target) ?? '') && topOf(target) !== topOf(file))
        .map((target) => `${file} imports ${target}`),
    )
    expect(crossing).toEqual([])
  })

  it('marks client code in app only on the error pages', () => {
    const marked = sources.filter(
      (file) => file.startsWith('app/') && /^['"]use client['"]/m.test(text(file)),
    )
    expect(marked.filter((file) => !/(^|\/)(global-)?error\.tsx$/.test(file))).toEqual([])
  })
})
