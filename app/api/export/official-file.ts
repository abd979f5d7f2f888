/** A file of officials: the question of its address, a table of it, and what it says of itself. */
import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { questionWords, type QuestionWords } from '@/app/[locale]/official/question-words'
import { addressOf, officialAsked, paramsOf, wholeAddress, type Also } from '@/app/address'
import { languageOf } from '@/app/export-language'
import type { TableFile } from '@/app/table'
import { fileHeads, tableFile, tableFormats } from '@/app/table-file'
import { unreadable } from '@/app/unreadable'
import { clock } from '@/components/format/dates'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { Asked } from '@/domain/totals/place-question'
import { pathFor } from '@/messages/navigation'
import { routing } from '@/messages/routing'

export const FEN_PER_YUAN = 100

export interface FileAsked {
  asked: Asked
  words: QuestionWords
  locale: Locale
  /** What stands in the address beside the question. */
  said: (name: string) => string | undefined
}

/** What a file is of: its table, and the page that shows it. */
export interface OfficialTable extends Pick<TableFile, 'columns' | 'rows'> {
  /** The figure that the file opens, in words. */
  title: string
  path: string
  kept?: Record<string, string | undefined>
  /** What it is, in a word: the names of the file and of its table begin with it. */
  file: string
  plainFile: string
  /** The table as a drawing, with the lines that say where it is from; where its door takes the format. */
  chart?: (source: readonly string[]) => string
}

/** Answers a file's address: the table in the format that is asked for, or why it cannot be read. */
export async function officialFile(
  own: Context<OfficialActor>,
  request: Request,
  also: Also,
  tableOf: (asked: FileAsked) => Promise<OfficialTable>,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const said = (name: string) => query.get(name) ?? undefined
  const locale = languageOf(said('language'))
  const asked = await officialAsked(own, paramsOf(query), {
    ...also,
    language: routing.locales,
    format: also.format ?? tableFormats,
  })
  if (asked.trouble) return unreadable(asked.trouble, locale)
  const words = await questionWords(asked, locale)
  const table = await tableOf({ asked, words, locale, said })
  const file = await describe(own, { asked, words, locale, said }, table)
  if (said('format') === 'svg' && table.chart)
    return new Response(table.chart(sourceOf(file)), { headers: fileHeads(file, 'svg') })
  return tableFile(file, tableFormats.find((one) => one === said('format')) ?? 'csv')
}

/** What stands below a chart: all that its file says of itself but the finding, which is its title. */
const sourceOf = ({ about }: TableFile) =>
  about.slice(1).map(([label, value]) => `${label}: ${value}`)

async function describe(
  { actor, now }: Context<OfficialActor>,
  { asked: { question, lasting }, words, locale }: FileAsked,
  { title, path, kept, file, plainFile, columns, rows }: OfficialTable,
): Promise<TableFile> {
  const t = await getTranslations({ locale, namespace: 'files' })
  const lines = {
    title,
    period: words.period,
    places: words.where,
    conditions: words.conditions
      .map(({ label, value }) => t('condition', { label, value }))
      .join(t('separator')),
    definition: t('definition', {
      definition: words.definition,
      code: question.definition.code,
    }),
    position: t('position', { position: String(words.position), when: words.asOf }),
    reader: t('reader', { person: actor.personName, organisation: actor.organisationName }),
    taken: clock(now, locale),
    address: wholeAddress(pathFor(locale, addressOf(path, lasting, kept))),
  }
  const { period, where, within } = words
  return {
    name: t('named', { file, where, within, period }),
    plainName: `${plainFile}-${lasting.from}-${lasting.to}`,
    about: (Object.keys(lines) as (keyof typeof lines)[]).map(
      (line) => [t(`about.${line}`), lines[line] || t('none')] as const,
    ),
    sheets: { about: t('sheet'), table: file },
    columns,
    rows,
    at: now,
  }
}
