import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Written } from '@/components/ui/written'

export interface SheetColumn {
  index: number
  letter: string
  label: string
}
export interface SheetRow {
  row: number
  /** By column index, as they stand now. */
  cells: Record<number, string>
  /** Columns in which something is wrong, or asked. */
  marked: number[]
}

/** Rows of the sender's own file with letters, line numbers and a grid; what is to be done with them in a drawer below. */
export function SheetPart({
  id,
  tone,
  columns,
  rows,
  children,
}: {
  id: string
  tone: 'bad' | 'asked'
  columns: SheetColumn[]
  rows: SheetRow[]
  children: ReactNode
}) {
  const t = useTranslations('imports')
  const name = t('mend.sheet', { rows: rows.map(({ row }) => row).join('、') })
  return (
    <section id={id} className="sheet-part" data-tone={tone} aria-label={name}>
      <div role="region" aria-label={name} tabIndex={0} className="overflow-x-auto">
        <table className="sheet">
          <thead>
            <tr>
              <td />
              {columns.map(({ index, letter, label }) => (
                <th key={index} scope="col">
                  <span className="sheet-letter" aria-hidden>
                    {letter}
                  </span>{' '}
                  <Written>{label}</Written>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, marked }) => (
              <tr key={row}>
                <th scope="row" className="num">
                  {row}
                </th>
                {columns.map(({ index }) => (
                  <td key={index} data-marked={marked.includes(index) || undefined}>
                    <Written>
                      {cells[index] || (marked.includes(index) ? t('columns.empty') : '')}
                    </Written>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="sheet-drawer">{children}</div>
    </section>
  )
}
