import { LinePath } from '@visx/shape'
import clsx from 'clsx'
import type { Locale } from 'next-intl'
import { monthAlone } from '@/components/format/dates'
import type { FileHrefs } from '@/components/ui/downloads'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { ChartFrame, type ChartWords } from './frame'
import { zeroBased } from './scale'

interface Props {
  words: ChartWords
  year: number
  /** January to the last month known, one figure each. */
  now: number[]
  /** Twelve months of the year before; fewer where it is not known. */
  then: number[]
  /** From the last month known to December, dotted. The first equals the last of `now`. */
  forecast?: number[]
  /** A labelled line across. */
  target?: { value: number; label: string }
  /** Heads of the table: month, this year, last year. */
  heads: [string, string, string]
  format: (value: number) => string
  downloads?: FileHrefs
  level?: 2 | 3
  locale: Locale
}

const HEIGHT = 230
/** From these months on, last year's figure at this month would run into the one at its end. */
const CLOSE_TO_END = 9
const CLOSE_ON_PHONE = 6
/** Months stand in the middle of twelfths, so that the labels at the ends have room. */
const across = (index: number) => ((index + 0.5) / 12) * 100

/** This year beside the last, month by month: zero-based, labelled at the lines, text at the page's size in any width. */
export function YearLines(props: Props) {
  const { words, year, now, then, forecast = [], target, heads, format, locale } = props
  const { y, ticks } = zeroBased(
    [...now, ...then, ...forecast, ...(target ? [target.value] : [])],
    HEIGHT,
  )
  const months = Array.from({ length: 12 }, (_, index) => ({
    id: `${year}-${String(index + 1).padStart(2, '0')}`,
    name: monthAlone(`${year}-${String(index + 1).padStart(2, '0')}`, locale),
  }))
  const last = now.length - 1
  const lastNow = now[last]
  const sameThen = then[last]
  const endThen = then[11]
  const above = lastNow !== undefined && sameThen !== undefined ? lastNow >= sameThen : true
  const line = (values: number[], from = 0) =>
    values.map((value, index) => ({ x: across(from + index), value }))
  const slug = `chart-${year}-${now.length}`
  return (
    <ChartFrame
      words={words}
      level={props.level}
      downloads={props.downloads}
      table={
        <Table caption={words.title} phone="scroll" bare head={<Heads heads={heads} />}>
          {months.map((month, index) => (
            <Row key={month.id}>
              <Cell head>{month.name}</Cell>
              <Cell num>{cell(now[index], format)}</Cell>
              <Cell num>{cell(then[index], format)}</Cell>
            </Row>
          ))}
        </Table>
      }
    >
      <div className="date pt-7 pr-2 pb-8 pl-10 text-small">
        <svg
          role="img"
          aria-labelledby={`${slug}-title ${slug}-description`}
          width="100%"
          height={HEIGHT}
          className="overflow-visible"
        >
          <title id={`${slug}-title`}>{words.title}</title>
          <desc id={`${slug}-description`}>{words.description}</desc>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
              <text x="-8" y={y(tick) + 4} textAnchor="end" className="num fill-ink-2">
                {format(tick)}
              </text>
            </g>
          ))}
          {months.map((month, index) => (
            <text
              key={month.id}
              x={`${across(index)}%`}
              y={HEIGHT + 22}
              textAnchor="middle"
              className={clsx('fill-ink-2', index % 2 === 1 && 'max-sm:hidden')}
            >
              {index === 0 || locale === 'en' ? month.name : index === 11 ? month.name : index + 1}
            </text>
          ))}
          {target && (
            <g>
              <line
                x1="0"
                x2="100%"
                y1={y(target.value)}
                y2={y(target.value)}
                strokeDasharray="3 4"
                className="stroke-control"
              />
              <text x="4" y={y(target.value) - 6} className="chart-label fill-ink-2">
                {target.label}
              </text>
            </g>
          )}
          <svg
            width="100%"
            height={HEIGHT}
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
            className="overflow-visible"
          >
            <Line points={line(then)} y={y} width={2.5} className="stroke-then" />
            <Line points={line(forecast, last)} y={y} width={2} dotted className="stroke-jade" />
            <Line points={line(now)} y={y} width={3} className="stroke-jade" />
          </svg>
          {lastNow !== undefined && (
            <g>
              <circle cx={`${across(last)}%`} cy={y(lastNow)} r="5" className="fill-jade" />
              <text
                x={`${across(last)}%`}
                y={y(lastNow) + (above ? -13 : 24)}
                textAnchor="middle"
                className="chart-label num fill-jade text-body font-semibold"
              >
                {format(lastNow)}
              </text>
            </g>
          )}
          {sameThen !== undefined && last < CLOSE_TO_END && (
            <text
              x={`${across(last)}%`}
              y={y(sameThen) + (above ? 22 : -12)}
              textAnchor="start"
              className={clsx(
                'chart-label num fill-ink-2',
                last >= CLOSE_ON_PHONE && 'max-sm:hidden',
              )}
            >
              {format(sameThen)}
            </text>
          )}
          {endThen !== undefined && (
            <text
              x="100%"
              y={y(endThen) + (above ? 28 : -14)}
              textAnchor="end"
              className={clsx('chart-label num fill-ink-2', above && 'max-sm:translate-y-3.5')}
            >
              {year - 1} · {format(endThen)}
            </text>
          )}
        </svg>
      </div>
    </ChartFrame>
  )
}

function cell(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '–' : format(value)
}

function Heads({ heads }: { heads: [string, string, string] }) {
  return (
    <>
      <Head>{heads[0]}</Head>
      <Head num>{heads[1]}</Head>
      <Head num>{heads[2]}</Head>
    </>
  )
}

function Line({
  points,
  y,
  width,
  dotted = false,
  className,
}: {
  points: { x: number; value: number }[]
  y: (value: number) => number
  width: number
  dotted?: boolean
  className: string
}) {
  if (points.length < 2) return null
  return (
    <LinePath
      data={points}
      x={(point) => point.x}
      y={(point) => y(point.value)}
      fill="none"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeDasharray={dotted ? '1 6' : undefined}
      vectorEffect="non-scaling-stroke"
      className={className}
    />
  )
}
