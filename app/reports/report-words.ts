/** A report in words: page, PDF and preview are written from the same ones, so that they cannot differ. */
import { createTranslator, type Locale } from 'next-intl'
import {
  clock,
  month as monthWords,
  monthAlone,
  period,
  periodShort,
} from '@/components/format/dates'
import { change, changePercent, count } from '@/components/format/figures'
import { moneyFigure, moneyHead, moneyInSentence } from '@/components/format/money'
import { translator } from '@/components/mail/mail-words'
import type { Chain } from '@/domain/chain/chain'
import type { ReportData } from '@/domain/report/report'

interface Cells {
  heads: string[]
  rows: string[][]
}

export interface ReportWords {
  lang: Locale
  brand: string
  title: string
  short: string
  period: string
  code: string
  /** Parts of the sentence; figures are underlined. */
  sentence: { text: string; isFigure: boolean }[]
  basis: string[]
  revision: string | null
  note: string | null
  figures: (Cells & { title: string; subtitle: string; foot: string }) | null
  chart: {
    title: string
    subtitle: string
    months: string[]
    now: (number | null)[]
    then: (number | null)[]
    nowLabel: string
    thenLabel: string
  } | null
  chains: (Cells & { title: string; subtitle: string; foot: string; bars: number[] }) | null
  changes: { title: string; lines: string[] }
  terms: { title: string; items: { term: string; text: string }[] }
  method: { title: string; text: string }
}

/** Figures in a sentence stand between these. */
const [BEGIN, END] = ['\u0002', '\u0003']

function partsOf(text: string): ReportWords['sentence'] {
  return text
    .split(new RegExp(`(${BEGIN}[^${END}]*${END})`))
    .filter(Boolean)
    .map((part) => ({
      text: part.replaceAll(BEGIN, '').replaceAll(END, ''),
      isFigure: part.startsWith(BEGIN),
    }))
}

const shapeOf = ({ from, month }: ReportData) =>
  from === month || month.endsWith('-12') ? 'in' : 'from'

/** Words of a language whatever the page asks: files are made in both. */
export const paperWords = (locale: Locale) =>
  createTranslator({ ...translator(locale), namespace: 'report.paper' })
export const fileWords = (locale: Locale) =>
  createTranslator({ ...translator(locale), namespace: 'report.file' })
const domainWords = (locale: Locale) =>
  createTranslator({ ...translator(locale), namespace: 'domain' })
export const chainName = (chain: string, locale: Locale) =>
  domainWords(locale)(`chain.${chain as Chain}`)

export function reportWords(data: ReportData, locale: Locale): ReportWords {
  const t = paperWords(locale)
  const { totals, from, month, edition, report, revises } = data
  const span = periodShort(from, month, locale)
  const shape = shapeOf(data)
  const words = { period: period(from, month, locale), shape }
  const mark = (inside: string) => `${BEGIN}${inside}${END}`
  const sentence = !totals
    ? t('small', words)
    : totals.companies === 0
      ? t('none', words)
      : t.markup('sentence', {
          ...words,
          companies: totals.companies,
          times: totals.companyTimes === null ? 'none' : count(totals.companyTimes),
          money: totals.drawnFen === null ? 'none' : moneyInSentence(totals.drawnFen, locale),
          f: mark,
        })
  const evidenced = totals?.evidenced ?? null
  const note = data.note && (locale === 'zh' ? data.note.zh : data.note.en)
  const before = revises?.totals?.companies
  const why = { edition: revises?.edition ?? 0, why: note ?? '' }
  return {
    lang: locale,
    brand: t('brand'),
    title: t('title'),
    short: t('short'),
    period:
      from === month
        ? t('periodOne', { month: monthWords(month, locale) })
        : t('period', { month: monthWords(month, locale), months: span }),
    code: t('code', { report, edition }),
    sentence: partsOf(sentence),
    basis: [
      t('basis', { code: data.definition }),
      ...(totals && evidenced !== null
        ? [
            t('evidence', {
              companies: totals.companies,
              evidenced,
              declared: totals.companies - evidenced,
            }),
          ]
        : []),
      t('known', { when: clock(new Date(data.knownAt), locale) }),
    ],
    revision: !revises
      ? null
      : before === undefined
        ? t('revisedNothing', why)
        : t('revised', { ...why, companies: before }),
    note: revises ? null : note,
    figures: totals && totals.companies > 0 ? figuresOf(data, t, span, locale) : null,
    chart: chartOf(data, t, locale),
    chains: chainsOf(data, t, (chain) => chainName(chain, locale), locale),
    changes: { title: t('changes.title'), lines: changesOf(data, t, locale) },
    terms: {
      title: t('terms.title'),
      items: (['companies', 'companyTimes', 'drawn', 'evidence'] as const).map((term) => ({
        term: t(`terms.${term}`),
        text: t(`terms.${term}Text`),
      })),
    },
    method: { title: t('method.title'), text: t('method.text') },
  }
}

type T = ReturnType<typeof paperWords>

function figuresOf(data: ReportData, t: T, span: string, locale: Locale): ReportWords['figures'] {
  const { totals, before, added, month } = data
  const [notShown, nothing] = [t('figures.notShown'), t('figures.nothing')]
  const line = (
    name: string,
    now: number | null | undefined,
    then: number | null | undefined,
    more: number | null | undefined,
    format: (value: number) => string,
  ) => ({
    now: now ?? null,
    then: then ?? null,
    cells: [
      name,
      now === null || now === undefined ? notShown : format(now),
      then === null || then === undefined ? nothing : format(then),
      now && then ? (changePercent(now, then) ?? nothing) : nothing,
      more === null || more === undefined ? nothing : format(more),
    ],
  })
  const fen = (value: number) => moneyFigure(value, locale)
  const lines = [
    line(t('figures.companies'), totals?.companies, before?.companies, added?.companies, count),
    line(
      t('figures.companyTimes'),
      totals?.companyTimes,
      before?.companyTimes,
      added?.companyTimes,
      count,
    ),
    line(
      moneyHead(t('figures.drawn'), locale),
      totals?.drawnFen,
      before?.drawnFen,
      added?.drawnFen,
      fen,
    ),
    line(t('figures.loans'), totals?.loans, before?.loans, null, count),
    line(
      moneyHead(t('figures.granted'), locale),
      totals?.grantedFen,
      before?.grantedFen,
      null,
      fen,
    ),
  ].filter(({ now }, at) => now !== null || at < 3)
  const known = lines.filter(({ now, then }) => now !== null && then !== null)
  const up = known.filter(({ now, then }) => (now ?? 0) > (then ?? 0)).length
  const of = known.length
  const titles = { [of]: t('figures.allUp', { of }), 0: t('figures.noneUp') }
  return {
    title: of === 0 ? t('figures.noBase') : (titles[up] ?? t('figures.someUp', { up, of })),
    subtitle: t('figures.subtitle', { span }),
    heads: [
      t('figures.measure'),
      span,
      t('figures.then'),
      t('figures.change'),
      t('figures.added', { month: monthAlone(month, locale) }),
    ],
    rows: lines.map(({ cells }) => cells),
    foot: t('figures.foot'),
  }
}

function chartOf({ months }: ReportData, t: T, locale: Locale): ReportWords['chart'] {
  const last = months.at(-1)
  if (!last || months.length < 2 || last.companies === null) return null
  const year = Number(last.month.slice(0, 4))
  const difference = last.companiesThen === null ? null : last.companies - last.companiesThen
  const title =
    difference === null
      ? t('chart.alone', { count: count(last.companies) })
      : difference === 0
        ? t('chart.same')
        : t(difference > 0 ? 'chart.more' : 'chart.fewer', { count: count(Math.abs(difference)) })
  const label = (of: number, value: number | null) =>
    value === null ? '' : t('chart.year', { year: String(of), count: count(value) })
  return {
    title,
    subtitle: t('chart.subtitle'),
    months: months.map(({ month }) => monthAlone(month, locale)),
    now: months.map(({ companies }) => companies),
    then: months.map(({ companiesThen }) => companiesThen),
    nowLabel: label(year, last.companies),
    thenLabel: label(year - 1, last.companiesThen),
  }
}

function chainsOf(
  { chains }: ReportData,
  t: T,
  name: (chain: string) => string,
  locale: Locale,
): ReportWords['chains'] {
  const first = chains?.shown[0]
  if (!chains || !first) return null
  const most = Math.max(...chains.shown.map(({ companies }) => companies))
  return {
    title: t('chains.title', { chain: name(first.key ?? ''), count: count(first.companies) }),
    subtitle: t('chains.subtitle', {
      shown: chains.shown.length,
      span: periodShort(chains.from, chains.to, locale),
    }),
    heads: [
      t('chains.chain'),
      t('chains.companies'),
      t('figures.then'),
      t('figures.change'),
      t('chains.times'),
      moneyHead(t('figures.drawn'), locale),
    ],
    rows: chains.shown.map(({ key, companies, companiesThen, companyTimes, drawnFen }) => [
      name(key ?? ''),
      count(companies),
      companiesThen === null ? t('figures.nothing') : count(companiesThen),
      companiesThen
        ? (changePercent(companies, companiesThen) ?? t('figures.nothing'))
        : companiesThen === 0
          ? change(companies)
          : t('figures.nothing'),
      count(companyTimes),
      moneyFigure(drawnFen, locale),
    ]),
    bars: chains.shown.map(({ companies }) => companies / most),
    foot: t('chains.foot', { others: chains.others }),
  }
}

function changesOf({ added, from, month, revises, totals }: ReportData, t: T, locale: Locale) {
  if (revises)
    return revises.totals
      ? [
          t('changes.revision', {
            edition: revises.edition,
            companies: revises.totals.companies,
          }),
        ]
      : []
  if (from === month) return [t('changes.first')]
  if (!added) return totals ? [t('changes.unknown')] : []
  return [
    t('changes.added', {
      companies: added.companies,
      times: added.companyTimes,
      money: moneyInSentence(added.drawnFen, locale),
    }),
  ]
}
