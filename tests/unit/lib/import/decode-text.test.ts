import { describe, expect, it } from 'vitest'
import { decodeText } from '@/lib/import/decode-text'

const TEXT = 'Titel;Team\r\nMüllers Prüfung – 5 € 🎯\r\n'

const ZIP = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]

function utf16(text: string, littleEndian: boolean): number[] {
  return [...text].flatMap((character) =>
    character.split('').flatMap((unit) => {
      const code = unit.charCodeAt(0)
      const pair = [code & 0xff, code >> 8]
      return littleEndian ? pair : pair.reverse()
    }),
  )
}

function read(bytes: Iterable<number>): unknown {
  const result = decodeText(Uint8Array.from(bytes))
  return result.ok ? result.value : result.error
}

describe('decodeText', () => {
  const utf8 = [...new TextEncoder().encode(TEXT)]

  it('reads UTF-8 with and without a byte order mark', () => {
    expect(read(utf8)).toBe(TEXT)
    expect(read([0xef, 0xbb, 0xbf, ...utf8])).toBe(TEXT)
  })

  it('reads UTF-16 in both orders', () => {
    expect(read([0xff, 0xfe, ...utf16(TEXT, true)])).toBe(TEXT)
    expect(read([0xfe, 0xff, ...utf16(TEXT, false)])).toBe(TEXT)
  })

  it('reads UTF-16 without a byte order mark', () => {
    expect(read(utf16('title,team\nSearch,core\n', true))).toBe('title,team\nSearch,core\n')
    expect(read(utf16('title,team\nSearch,core\n', false))).toBe('title,team\nSearch,core\n')
  })

  it('reads Windows-1252 where the bytes are not UTF-8', () => {
    expect(read([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x96, 0x20, 0x80])).toBe('Müller – €')
  })

  it('names the first byte that Windows-1252 does not know', () => {
    expect(read([0x61, 0xfc, 0x20, 0x81, 0x20])).toMatchObject({ offsetBytes: 3, byte: 0x81 })
  })

  it('names the zero byte of a file that is no text', () => {
    expect(read([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x31])).toMatchObject({
      offsetBytes: 8,
      byte: 0,
    })
    expect(read([0x61, 0x62, 0x63, 0x00, 0x64, 0x65, 0x66, 0x67, 0x68])).toMatchObject({
      offsetBytes: 3,
      byte: 0,
    })
  })

  it.each([
    ['today', [...ZIP, ...new TextEncoder().encode('[Content_Types].xml xxl/worksheets/sheet1.xml')]],
    ['twenty years ago', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00]],
  ])('says of a workbook of %s what it is and what to do', (_when, bytes) => {
    expect(read(bytes)).toMatchObject({
      ...{ offsetBytes: 0, byte: bytes[0] },
      sentence: 'This is an Excel workbook. Save it as CSV, or copy its cells and paste them here.',
    })
  })

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]],
    ['a zip', [...ZIP, ...new TextEncoder().encode('photo.png')]],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46]],
    ['text with a zero byte, broken before it', [0x61, 0x81, 0x62, 0x00, 0x64, 0x65, 0x66, 0x67, 0x68]],
  ])('says of %s that it is no text', (_what, bytes) => {
    expect(read(bytes)).toMatchObject({
      sentence: expect.stringMatching(/^This file is not text\./) as string,
    })
  })

  it('names the broken byte behind a UTF-8 mark', () => {
    const error = read([0xef, 0xbb, 0xbf, 0x61, 0xe2, 0x82, 0x41])
    expect(error).toMatchObject({ offsetBytes: 4, byte: 0xe2 })
    expect((error as { sentence: string }).sentence).toContain('Byte 4 (0xE2)')
  })

  it('names half a surrogate pair and a half character in UTF-16', () => {
    expect(read([0xff, 0xfe, 0x61, 0x00, 0x3d, 0xd8, 0x61, 0x00])).toMatchObject({ offsetBytes: 4 })
    expect(read([0xff, 0xfe, 0x61, 0x00, 0x3d, 0xd8])).toMatchObject({ offsetBytes: 4 })
    expect(read([0xff, 0xfe, 0x61, 0x00, 0x62])).toMatchObject({ offsetBytes: 4, byte: 0x62 })
  })

  it('reads an empty file as no text at all', () => {
    expect(read([])).toBe('')
  })
})
