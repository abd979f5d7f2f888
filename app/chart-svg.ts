/** Charts as files of their own: the finding, the measure, the figures and where they are from stand in each. */
import { zeroBased } from '@/components/charts/scale'
import { xmlText } from './xml'

export interface ChartFile {
  /** The finding, as a sentence. */
  title: string
  /** What is measured, and in which unit. */
  subtitle: string
  /** What the drawing shows, for who does not see it. */
  description: string
  /** Where the figures are from: a line each. */
  source: readonly string[]
  format: (value: number) => string
}

export interface LinesFile extends ChartFile {
  /** Names of the twelve months. */
  months: readonly string[]
  year: number
  /** January to the last month known. */
  now: readonly number[]
  /** The months of the year before; none where it is not known. */
  then: readonly number[]
}

export interface BarsFile extends ChartFile {
  bars: readonly { name: string; value: number }[]
}

const WIDTH = 960
const PAD = 32
const TOP = 104
const LINE = 20
/** Those of the pages, by day. */
const colours = {
  paper: '#ffffff',
  ink: '#1b1f1e',
  quiet: '#50565a',
  line: '#e3e0d8',
  jade: '#0d5c56',
  then: '#948d7d',
}

const round = (value: number) => Math.round(value * 10) / 10

interface Look {
  size?: number
  fill?: string
  weight?: number
  anchor?: 'start' | 'middle' | 'end'
}
function words(x: number, y: number, text: string, look: Look = {}): string {
  const { size = 14, fill = colours.quiet, weight = 400, anchor = 'start' } = look
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${xmlText(text)}</text>`
}

/** Text in lines of about so wide; Chinese letters are twice as wide as Latin ones. */
function inLines(text: string, width: number): string[] {
  const wide = (letter: string) => (/[\u2e80-\uffff]/.test(letter) ? 2 : 1)
  const lines: string[] = ['']
  let used = 0
  // A word stays whole; Chinese may be broken anywhere.
  for (const part of text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? []) {
    const size = [...part].reduce((sum, letter) => sum + wide(letter), 0)
    if (used > 0 && used + size > width) {
      lines.push('')
      used = 0
    }
    lines[lines.length - 1] += part
    used += size
  }
  return lines.map((line) => line.trim())
}

/** The drawing between its title above and its source below. */
function framed(
  { title, subtitle, description, source }: ChartFile,
  height: number,
  drawing: string,
): string {
  const below = source.flatMap((line) => inLines(line, 130))
  const whole = TOP + height + 28 + below.length * LINE + PAD / 2
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" role="img" aria-labelledby="title description" font-family="Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"><title id="title">${xmlText(title)}</title><desc id="description">${xmlText(description)}</desc><rect width="100%" height="100%" fill="${colours.paper}"/>${words(PAD, 48, title, { size: 22, fill: colours.ink, weight: 600 })}${words(PAD, 74, subtitle)}<g transform="translate(0 ${TOP})">${drawing}</g>${below
    .map((line, index) => words(PAD, TOP + height + 40 + index * LINE, line, { size: 12 }))
    .join('')}</svg>
`
}

const path = (points: readonly (readonly [number, number])[], colour: string, width: number) =>
  points.length < 2
    ? ''
    : `<path d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** This year beside the last, zero-based, each labelled at its line. */
export function linesSvg(chart: LinesFile): string {
  const { months, year, now, then, format } = chart
  const height = 320
  const { y, ticks } = zeroBased([...now, ...then], height)
  const left = PAD + 48
  const across = (index: number) => left + ((index + 0.5) / 12) * (WIDTH - left - PAD)
  const points = (values: readonly number[]) =>
    values.map((value, index) => [across(index), y(value)] as const)
  const [last, lastThen] = [now.length - 1, then.length - 1]
  const end = now[last] ?? 0
  const above = end >= (then[last] ?? 0)
  const drawing = [
    ...ticks.map(
      (tick) =>
        `<line x1="${left}" x2="${WIDTH - PAD}" y1="${round(y(tick))}" y2="${round(y(tick))}" stroke="${colours.line}"/>${words(left - 10, y(tick) + 5, format(tick), { anchor: 'end' })}`,
    ),
    ...months.map((name, index) => words(across(index), height + 24, name, { anchor: 'middle' })),
    path(points(then), colours.then, 2.5),
    path(points(now), colours.jade, 3),
    `<circle cx="${round(across(last))}" cy="${round(y(end))}" r="5" fill="${colours.jade}"/>`,
    words(across(last), y(end) + (above ? -14 : 26), `${year} · ${format(end)}`, {
      size: 16,
      fill: colours.jade,
      weight: 600,
      anchor: 'middle',
    }),
    ...(lastThen < 0
      ? []
      : [
          words(
            WIDTH - PAD,
            y(then[lastThen] ?? 0) - 12,
            `${year - 1} · ${format(then[lastThen] ?? 0)}`,
            {
              anchor: 'end',
            },
          ),
        ]),
  ]
  return framed(chart, height + 24, drawing.join(''))
}

/** Bars one above the other, zero-based, each with its name and its figure. */
export function barsSvg(chart: BarsFile): string {
  const { bars, format } = chart
  const step = 30
  const left = 360
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const drawing = bars.map(({ name, value }, index) => {
    const y = index * step
    const width = ((WIDTH - left - PAD - 70) * value) / most
    const [begin = '', rest] = inLines(name, 48)
    const short = rest === undefined ? begin : `${begin}…`
    return `${words(left - 14, y + 17, short, { fill: colours.ink, anchor: 'end' })}<rect x="${left}" y="${y + 5}" width="${round(width)}" height="16" rx="2" fill="${colours.jade}"/>${words(left + width + 10, y + 18, format(value), { fill: colours.ink, weight: 600 })}`
  })
  return framed(chart, Math.max(1, bars.length) * step, drawing.join(''))
}
