import clsx from 'clsx'
import type { Locale } from 'next-intl'
import { growthWords, indicatorPeriod } from '@/components/indicator-words'
import { monthAlone, period } from '@/components/format/dates'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { ChartFrame, type ChartWords } from './frame'
import { zeroBased } from './scale'

interface Point {
  id: string
  year: number
  /** January to this month. */
  month: number
  value: number
  growthBp: number | null
}

const HEIGHT = 200
/** Months stand in the middle of twelfths, so that the labels at the ends have room. */
const across = (month: number) => ((month - 0.5) / 12) * 100

/** Where a label of a month stands: late in the year it ends at the edge, and is not cut. */
const placed = (month: number) =>
  month > 9
    ? { x: '100%', textAnchor: 'end' as const }
    : { x: `${across(month)}%`, textAnchor: 'middle' as const }

/** Printed totals of January to a month: a line a year, the latest in jade with its figures, the one before in grey. */
export function PrintedSeries({
  points,
  words,
  heads,
  format,
  noGrowth,
  locale,
}: {
  /** The latest print of a period first. */
  points: readonly Point[]
  words: ChartWords
  /** Heads of the table: period, value, growth. */
  heads: [string, string, string]
  format: (value: number) => string
  noGrowth: string
  locale: Locale
}) {
  const { y, ticks } = zeroBased(
    points.map(({ value }) => value),
    HEIGHT,
  )
  const years = [...new Set(points.map(({ year }) => year))].toSorted((a, b) => b - a).slice(0, 2)
  // A period that was printed again is drawn as it was printed last.
  const pointsOf = (year: number) =>
    points
      .filter(
        (one, at) =>
          one.year === year &&
          points.findIndex((p) => p.year === year && p.month === one.month) === at,
      )
      .toSorted((a, b) => a.month - b.month)
  const [now] = years
  const last = now === undefined ? undefined : pointsOf(now).at(-1)
  return (
    <ChartFrame
      words={words}
      table={
        <Table
          caption={words.title}
          phone="scroll"
          bare
          head={heads.map((head, index) => (
            <Head key={head} num={index > 0}>
              {head}
            </Head>
          ))}
        >
          {points.map((one) => (
            <Row key={one.id}>
              <Cell head>{period(...indicatorPeriod(one), locale)}</Cell>
              <Cell num>{format(one.value)}</Cell>
              <Cell num>{growthWords(one.growthBp) ?? noGrowth}</Cell>
            </Row>
          ))}
        </Table>
      }
    >
      <div className="date @container pt-7 pr-3 pb-9 pl-24 text-small">
        <svg
          role="img"
          aria-labelledby="printed-title printed-description"
          width="100%"
          height={HEIGHT}
          className="overflow-visible"
        >
          <title id="printed-title">{words.title}</title>
          <desc id="printed-description">{words.description}</desc>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
              <text x="-8" y={y(tick) + 4} textAnchor="end" className="num fill-ink-2">
                {format(tick)}
              </text>
            </g>
          ))}
          {Array.from({ length: 12 }, (_, index) => (
            <text
              key={index}
              x={`${across(index + 1)}%`}
              y={HEIGHT + 24}
              textAnchor="middle"
              className={clsx('fill-ink-2', index % 3 !== 2 && '@max-[34rem]:hidden')}
            >
              {monthAlone(`2024-${String(index + 1).padStart(2, '0')}`, locale)}
            </text>
          ))}
          {years.toReversed().map((year) => (
            <g key={year}>
              <svg
                width="100%"
                height={HEIGHT}
                viewBox={`0 0 100 ${HEIGHT}`}
                preserveAspectRatio="none"
                className="overflow-visible"
              >
                <path
                  d={pointsOf(year)
                    .map(
                      ({ month, value }, at) =>
                        `${at === 0 ? 'M' : 'L'}${across(month)} ${y(value)}`,
                    )
                    .join('')}
                  fill="none"
                  strokeWidth={year === now ? 3 : 2.5}
                  vectorEffect="non-scaling-stroke"
                  className={year === now ? 'stroke-jade' : 'stroke-then'}
                />
              </svg>
              {pointsOf(year).map(({ id, month, value }) => (
                <circle
                  key={id}
                  cx={`${across(month)}%`}
                  cy={y(value)}
                  r={year === now ? 5 : 4}
                  data-fill
                  className={year === now ? 'fill-jade' : 'fill-then'}
                />
              ))}
            </g>
          ))}
          {last && (
            <text
              {...placed(last.month)}
              y={y(last.value) - 12}
              className="num fill-jade font-semibold"
            >
              {last.year} · {format(last.value)}
            </text>
          )}
          {years.slice(1).map((year) => {
            const end = pointsOf(year).at(-1)
            return end ? (
              <text
                key={year}
                {...placed(end.month)}
                y={y(end.value) + 22}
                className="num fill-ink-2"
              >
                {year}
              </text>
            ) : null
          })}
        </svg>
      </div>
    </ChartFrame>
  )
}
