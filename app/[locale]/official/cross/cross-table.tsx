import { useLocale, useTranslations } from 'next-intl'
import { count } from '@/components/format/figures'
import { moneyFigure } from '@/components/format/money'
import { BarCell } from '@/components/charts/bars'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import type { Asked } from '@/domain/totals/place-question'
import type { Parameters } from '@/domain/totals/read-question'
import type { Crossing, Dimension } from '@/domain/totals/totals'
import { registeredAddress } from '../places/address'
import { shadeOf } from '../places/shade'
import { crossed, figureAddress, narrowing } from '../set-address'
import { figureOf, type Cross, type CrossMeasure, type CrossPart } from './read-cross'

/** Columns that a page shows; a file has all. */
export const COLUMNS_SHOWN = 20

/** Two cuts crossed: figure and shade, each opens; an outlined 0 has registered companies and none served. */
export function CrossTable({
  asked: { parameters },
  crossing,
  cross,
  measure,
  caption,
}: {
  asked: Asked
  crossing: Crossing
  cross: Cross
  measure: CrossMeasure
  caption: string
}) {
  const t = useTranslations('monitor')
  const locale = useLocale()
  const [down, across] = crossing
  const columns = cross.columns.slice(0, COLUMNS_SHOWN)
  const words = (value: number) =>
    measure === 'drawnFen' ? moneyFigure(value, locale) : count(value)
  const most = Math.max(1, ...cross.cells.map((cell) => cell[measure]))
  const mostOfRow = Math.max(1, ...cross.rows.map((row) => row[measure]))
  const opening = (value: number, cut: Parameters | null) =>
    value > 0 && cut ? (
      <QuietLink href={figureAddress(parameters, measure, cut)}>{words(value)}</QuietLink>
    ) : (
      words(value)
    )
  const whole = (dimension: Dimension, part: CrossPart) =>
    opening(part[measure], narrowing(parameters, dimension, part.key))
  const cell = (row: CrossPart, column: CrossPart) => {
    const value = figureOf(cross.cellOf(row, column), measure)
    const cut = crossed(parameters, crossing, { key: row.key, across: column.key })
    if (value > 0) return <span className={shadeOf(value, most)}>{opening(value, cut)}</span>
    const known = cross.registeredIn(row, column)
    if (!known || known.count === 0 || !cross.registeredOn)
      return <span className="sr-only">0</span>
    return (
      <span className="shade shade-none">
        <QuietLink href={registeredAddress(cross.registeredOn, known.filter)}>0</QuietLink>
      </span>
    )
  }
  return (
    <Table
      caption={caption}
      phone="scroll"
      head={
        <>
          <Head>{t(`cuts.dimension.${down}`)}</Head>
          {columns.map((column) => (
            <Head key={column.key ?? 'none'} num>
              <span className="inline-block min-w-12 whitespace-normal">
                <Written>{column.name}</Written>
              </span>
            </Head>
          ))}
          <Head num>{t('cross.each')}</Head>
        </>
      }
    >
      {cross.rows.map((row) => (
        <Row key={row.key ?? 'none'}>
          <Cell head>
            <span className="inline-block min-w-24 whitespace-normal">
              <Written>{row.name}</Written>
            </span>
          </Cell>
          {columns.map((column) => (
            <Cell key={column.key ?? 'none'} num>
              {cell(row, column)}
            </Cell>
          ))}
          <Cell num>
            <span className="inline-block min-w-24">
              <BarCell value={row[measure]} most={mostOfRow}>
                {whole(down, row)}
              </BarCell>
            </span>
          </Cell>
        </Row>
      ))}
      <Row>
        <Cell head>
          <b>{t('cross.each')}</b>
        </Cell>
        {columns.map((column) => (
          <Cell key={column.key ?? 'none'} num>
            <b>{whole(across, column)}</b>
          </Cell>
        ))}
        <Cell num>
          <b>{opening(cross.whole[measure], {})}</b>
        </Cell>
      </Row>
    </Table>
  )
}
