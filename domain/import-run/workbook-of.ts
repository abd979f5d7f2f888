import { utils, write } from '@e965/xlsx'

const CODE_WIDTH = 22

/** A workbook of one sheet, every cell of which is a text: none is a formula or a number, whoever wrote it. */
export function workbookOf(
  name: string,
  rows: readonly (readonly string[])[],
): Uint8Array<ArrayBuffer> {
  const sheet = utils.aoa_to_sheet([])
  utils.sheet_add_aoa(
    sheet,
    rows.map((row) => row.map((text) => ({ t: 's' as const, v: text, z: '@' }))),
  )
  sheet['!cols'] = (rows[0] ?? []).map(() => ({ wch: CODE_WIDTH }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name)
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  )
}
