import { getTranslations } from 'next-intl/server'
import { setWords } from '@/app/[locale]/official/ledger-words'
import { questionWords } from '@/app/[locale]/official/question-words'
import { rowSetIn } from '@/app/[locale]/official/set-address'
import { addressOf, officialAsked, paramsOf, wholeAddress } from '@/app/address'
import { csvFile, csvLine } from '@/app/csv'
import { languageOf } from '@/app/export-language'
import { contextFor } from '@/app/session'
import { unreadable } from '@/app/unreadable'
import { type ServiceCursor } from '@/domain/ledger/queries'
import { deedOf, isFinancing } from '@/domain/product/classes'
import {
  countRowsBehind,
  listServicesInScope,
  type ServiceListRow,
} from '@/domain/totals/rows-behind'
import { rowSets } from '@/domain/totals/totals'
import { routing } from '@/messages/routing'

const AT_ONCE = 1000
const FEN_PER_YUAN = 100

/** Granted, drawn, and what a guarantee or a policy covers: three figures, never one column. */
function amountsOf({ rung, class: name, amountFen }: ServiceListRow) {
  const yuan = amountFen / FEN_PER_YUAN
  const isMoney = isFinancing(name)
  return [
    rung === 5 && isMoney ? yuan : null,
    rung === 6 && isMoney ? yuan : null,
    rung !== 4 && !isMoney ? yuan : null,
  ]
}

/**
 * The rows of a question as a file. What it asks stands in the first lines and a blank one after them, so that a
 * spreadsheet takes the table below for a table of its own.
 */
export async function GET(request: Request) {
  const own = await contextFor('official')
  const query = new URL(request.url).searchParams
  const locale = languageOf(query.get('language') ?? undefined)
  const asked = await officialAsked(own, paramsOf(query), {
    of: rowSets,
    language: routing.locales,
  })
  if (asked.trouble) return unreadable(asked.trouble, locale)
  const { context, lasting } = asked
  const of = query.get('of') ?? undefined
  const set = rowSetIn({ of })
  const [t, domain, words, counts] = await Promise.all([
    getTranslations({ locale, namespace: 'ledger' }),
    getTranslations({ locale, namespace: 'domain' }),
    questionWords(asked, locale),
    countRowsBehind(context, asked.question, set),
  ])
  const address = wholeAddress(addressOf(`/${locale}/official/ledger`, lasting, { of }))
  async function* lines() {
    yield csvLine([await setWords(set, words, counts, locale)])
    yield csvLine([
      t('file.definition', {
        definition: words.definition,
        position: String(words.position),
        when: words.asOf,
      }),
    ])
    yield csvLine([t('file.address', { address })])
    yield csvLine([])
    yield csvLine(
      (
        [
          'day',
          'company',
          'uscc',
          'district',
          'zone',
          'chains',
          'financier',
          'kind',
          'rung',
          'class',
          'contract',
          'granted',
          'drawnYuan',
          'cover',
          'rate',
          'months',
          'whiteList',
          'state',
          'evidence',
          'source',
          'id',
        ] as const
      ).map((column) => t(`column.${column}`)),
    )
    let cursor: ServiceCursor | null = null
    do {
      const rows: Awaited<ReturnType<typeof listServicesInScope>> = await listServicesInScope(
        context,
        asked.question,
        set,
        cursor,
        { most: AT_ONCE, way: 'file' },
      )
      const shown = rows.slice(0, AT_ONCE)
      for (const row of shown)
        yield csvLine([
          row.happenedOn,
          row.companyName,
          row.companyUscc,
          row.district && domain(`district.${row.district}`),
          row.zone && domain(`zone.${row.zone}`),
          row.chains.map((chain) => domain(`chain.${chain}`)).join('; '),
          row.financierName,
          domain(`financierKind.${row.financierKind}`),
          domain(`rung.${row.rung}`, { deed: deedOf(row.class) }),
          domain(`class.${row.class}`),
          row.contractNo,
          ...amountsOf(row),
          row.rateBp === null ? null : row.rateBp / 100,
          row.tenorMonths,
          t(row.whiteListed ? 'yes' : 'no'),
          domain(`serviceState.${row.stateThen}`),
          t(row.evidenced ? 'evidenced' : 'declared'),
          domain(`serviceSource.${row.source}`),
          row.id,
        ])
      const last = shown.at(-1)
      cursor = rows.length > AT_ONCE && last ? { happenedOn: last.happenedOn, id: last.id } : null
    } while (cursor)
  }
  return csvFile(t('file.name', { period: words.period, where: words.where }), lines())
}
