import { describe, expect, it } from 'vitest'
import { parseRows, type ParsedRows } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'

function parse(text: string): ParsedRows {
  const result = parseRows(text)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

function titles(text: string): string[] {
  return parse(text).drafts.map(({ title }) => title)
}

describe('parseRows', () => {
  it('refuses millions of blank lines before it makes rows of them, and passes thousands over', () => {
    const refused = parseRows('\n'.repeat(100_001))
    expect(!refused.ok && refused.error).toContain('more than 100,000 lines')
    expect(titles(`title\n${'\n'.repeat(5_000)}Last\n`)).toEqual(['Last'])
  })

  it('finds title, key, team and owner by the names in the header', () => {
    const { drafts, rejected } = parse(
      'external_key,title,team,depends_on_teams,owner,stage\n' +
        'KEP-2570,Memory QoS,sig-node,,owner-210,beta\n' +
        'KEP-4471,"Join, then talk to the local server",sig-cluster,sig-cluster,owner-141,stable\n',
    )
    expect(rejected).toEqual([])
    expect(drafts).toEqual([
      { row: 2, title: 'Memory QoS', externalKey: 'KEP-2570', team: 'sig-node', owner: 'owner-210' },
      {
        row: 3,
        title: 'Join, then talk to the local server',
        externalKey: 'KEP-4471',
        team: 'sig-cluster',
        owner: 'owner-141',
      },
    ])
  })

  it('reads German headers, semicolons and decimal commas', () => {
    const { drafts } = parse('Titel;Gruppe;Verantwortlich;Aufwand\nNeue Suche;Kern;Ada;2,5\n')
    expect(drafts).toEqual([{ row: 2, title: 'Neue Suche', team: 'Kern', owner: 'Ada', effort: 2.5 }])
  })

  it('prefers a title column over a name and a summary', () => {
    expect(titles('summary,name,title\ns,n,t\n')).toEqual(['t'])
    expect(titles('id,summary\n1,s\n')).toEqual(['s'])
  })

  it('takes the first column of words where the header names no title', () => {
    expect(titles('key,number,what it is about,team\nA-1,12,Search,core\nA-2,13,Login,core\n')).toEqual([
      'Search',
      'Login',
    ])
  })

  it('takes each pasted line as a title, commas and all', () => {
    expect(titles('Faster search, everywhere\nLogin with a link, not a password, at last\n')).toEqual([
      'Faster search, everywhere',
      'Login with a link, not a password, at last',
    ])
  })

  it('takes lines under a lone header as titles, commas and all', () => {
    expect(titles('Title\nFaster search, everywhere\n"Login, quoted"\n')).toEqual([
      'Faster search, everywhere',
      'Login, quoted',
    ])
  })

  it('reads cells copied from a spreadsheet, with and without a header', () => {
    expect(titles('Title\tTeam\nSearch\tcore\n')).toEqual(['Search'])
    expect(titles('K-1\tSearch\nK-2\tLogin\n')).toEqual(['Search', 'Login'])
  })

  it('reads a table without a header', () => {
    expect(titles('K-1,Search,core\nK-2,Login,core\n')).toEqual(['Search', 'Login'])
  })

  it('strips tags to text and runs no formula', () => {
    expect(titles('<b>Fast</b> search<script>alert(1)</script>\n=1+1\n@sum\na < b and c > d')).toEqual([
      'Fast search alert(1)',
      '=1+1',
      '@sum',
      'a < b and c > d',
    ])
  })

  it('keeps what looks like a tag in a file that an export of ours wrote', () => {
    const id = 'abcdefghijklmnopqrstuv'
    const { drafts } = parse(`contour_id,title,summary\n${id},Style <select> fields,Of <b>all</b> forms\n`)
    expect(drafts).toEqual([{ row: 2, id, title: 'Style <select> fields', summary: 'Of <b>all</b> forms' }])
  })

  it('joins the lines of a cell that has several', () => {
    expect(titles('title,team\n"Search\nfor all",core\n')).toEqual(['Search for all'])
  })

  it('lists each bad row with its number and the reason, and keeps the rest', () => {
    const long = 'x'.repeat(LIMITS.TITLE_CHARACTERS + 1)
    const { drafts, rejected } = parse(`key,title\nA,One\nB,\n\nA,Again\nC,${long}\nD,Last\n`)
    expect(drafts.map(({ row, title }) => [row, title])).toEqual([
      [2, 'One'],
      [7, 'Last'],
    ])
    expect(rejected).toEqual([
      { row: 3, field: 'title', reason: 'Left out: there is no title.' },
      { row: 5, field: 'external_key', reason: 'Left out: row 2 has the same key, A.' },
      { row: 6, field: 'title', reason: 'Left out: the title is longer than 120 characters.' },
    ])
  })

  it.each(['Effort in person-weeks', 'Effort in weeks', 'Effort (weeks)'])(
    'reads the effort under the heading “%s”',
    (heading) => {
      expect(parse(`Title,${heading}\nSearch,3\n`).drafts).toEqual([{ row: 2, title: 'Search', effort: 3 }])
    },
  )

  it('keeps a row whose effort is no number and says that it was left out', () => {
    const { drafts, rejected } = parse('title,effort\nSearch,large\nLogin,3\n')
    expect(drafts).toEqual([
      { row: 2, title: 'Search' },
      { row: 3, title: 'Login', effort: 3 },
    ])
    expect(rejected).toEqual([
      { row: 2, field: 'effort', reason: 'Left out: it is not a number of person-weeks.' },
    ])
  })

  it('names the row whose quotation mark is never closed', () => {
    const { drafts, rejected } = parse('title,team\nSearch,core\n"Login,core\nMore,core\n')
    expect(drafts.map(({ title }) => title)).toEqual(['Search'])
    expect(rejected).toEqual([
      { row: 3, field: 'row', reason: 'Left out: a quotation mark is opened here and never closed.' },
    ])
  })

  it('refuses more rows than fit, and says how many there are', () => {
    const result = parseRows('title\n' + 'Search\n'.repeat(10_000))
    expect(result).toEqual({ ok: false, error: expect.stringContaining('10,000 rows') })
  })

  it.each([
    ['of comments that never end', () => '<!--'.repeat(500_000)],
    ['of commas', () => `a\n${','.repeat(2_000_000)}\n`],
    ['of tags that never end', () => '<a'.repeat(1_000_000)],
    ['of quotes', () => '"'.repeat(2_000_001)],
  ])(
    'reads a hostile list %s in a blink',
    (_what, listOf) => {
      const parsed = parseRows(listOf())
      expect(parsed.ok && parsed.value.drafts.every(({ title }) => title.length <= 120)).toBe(true)
    },
    5_000,
  )

  it('reads summaries with their lines, tags and links, and says what of them it leaves out', () => {
    const { drafts, rejected } = parse(
      'title,description,labels,url\n' +
        'Search,"One <b>line</b>\n\n\n\nand  another","Urgent, q3; urgent",https://a.example mailto:b@c.d\n' +
        `Login,${'x'.repeat(2_001)},${'y'.repeat(41)};z,javascript:alert(1) http://a.example\n`,
    )
    expect(drafts).toEqual([
      {
        ...{ row: 2, title: 'Search', summary: 'One line\n\nand another', tags: ['Urgent', 'q3'] },
        links: ['https://a.example', 'mailto:b@c.d'],
      },
      { row: 3, title: 'Login', tags: ['z'], links: ['http://a.example'] },
    ])
    expect(rejected.map(({ row, field }) => [row, field])).toEqual([
      [3, 'summary'],
      [3, 'tags'],
      [3, 'links'],
    ])
  })

  it('keeps the ids Contour wrote, once each, and no others', () => {
    const id = 'abcdefghijklmnopqrstuv'
    const { drafts, rejected } = parse(`contour_id,title\n${id},One\n${id},Two\n42,Three\n`)
    expect(drafts).toEqual([
      { row: 2, title: 'One', id },
      { row: 4, title: 'Three' },
    ])
    expect(rejected).toEqual([
      { row: 3, field: 'contour_id', reason: 'Left out: row 2 has the same Contour id.' },
    ])
  })

  it('takes a lone first line for a title, unless it says that it is a header', () => {
    expect(titles('Team\nSearch')).toEqual(['Team', 'Search'])
    expect(titles('Title\nSearch')).toEqual(['Search'])
  })

  it('says that an empty list has no rows', () => {
    expect(parseRows(' \n\n').ok).toBe(false)
    expect(parseRows('title,team\n').ok).toBe(false)
  })

  it('reads what Windows, old Macs and byte order marks leave behind', () => {
    expect(titles('\uFEFFtitle,team\r\nSearch,core\r\nLogin,core\r\n')).toEqual(['Search', 'Login'])
    expect(titles('title,team\rSearch,core\rLogin,core')).toEqual(['Search', 'Login'])
  })
})
