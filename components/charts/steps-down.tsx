import clsx from 'clsx'
import { Dated } from '@/components/ui/dated'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { ChartFrame, type ChartWords } from './frame'
import { zeroBased } from './scale'

export interface Stair {
  id: string
  /** Who, and its mean. */
  label: string
  tone: 'jade' | 'then'
  /** What is held from each place on, 0 at the beginning and 1 at the end. */
  steps: { at: number; value: number }[]
}

const HEIGHT = 160

/** Money in hand over time, stair by stair: why an instalment loan costs more than its rate. */
export function StepsDown({
  words,
  stairs,
  ends,
  rows,
  heads,
  format,
  level,
}: {
  words: ChartWords
  stairs: Stair[]
  /** The first, middle and last day under the axis. */
  ends: [string, string, string]
  /** The same as a table: a day, and one figure a stair. */
  rows: { id: string; day: string; values: number[] }[]
  heads: string[]
  format: (value: number) => string
  level?: 2 | 3
}) {
  const { y, ticks } = zeroBased(
    stairs.flatMap(({ steps }) => steps.map(({ value }) => value)),
    HEIGHT,
  )
  const slug = `steps-${stairs.map(({ id }) => id).join('-')}`
  return (
    <ChartFrame
      words={words}
      level={level}
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
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>{row.day}</Cell>
              {row.values.map((value, index) => (
                <Cell key={index} num>
                  {format(value)}
                </Cell>
              ))}
            </Row>
          ))}
        </Table>
      }
    >
      <ul className="mb-4 text-small">
        {stairs.map(({ id, label, tone }) => (
          <li key={id} className={tone === 'jade' ? 'font-semibold text-jade' : 'text-ink-2'}>
            <span
              aria-hidden
              className={clsx(
                'mr-2 inline-block h-0 w-5 border-t-3 align-middle',
                tone === 'jade' ? 'border-jade' : 'border-then',
              )}
            />
            <Dated>{label}</Dated>
          </li>
        ))}
      </ul>
      <div className="date @container pr-3 pb-8 pl-12 text-small">
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
          {ends.map((end, index) => (
            <text
              key={index}
              x={`${index * 50}%`}
              y={HEIGHT + 22}
              textAnchor={(['start', 'middle', 'end'] as const)[index]}
              className={clsx('fill-ink-2', index === 1 && '@max-[28rem]:hidden')}
            >
              {end}
            </text>
          ))}
          <svg
            width="100%"
            height={HEIGHT}
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
            className="overflow-visible"
          >
            {stairs.map(({ id, tone, steps }) => (
              <path
                key={id}
                d={steps
                  .map(({ at, value }, index) =>
                    index === 0 ? `M${at * 100} ${y(value)}` : `H${at * 100}V${y(value)}`,
                  )
                  .join('')}
                fill="none"
                strokeWidth={tone === 'jade' ? 3 : 2.5}
                vectorEffect="non-scaling-stroke"
                className={tone === 'jade' ? 'stroke-jade' : 'stroke-then'}
              />
            ))}
          </svg>
        </svg>
      </div>
    </ChartFrame>
  )
}
