import { getTranslations } from 'next-intl/server'
import { paramsOf } from '@/app/address'
import { cutWords } from '@/app/cut-words'
import { publicContext } from '@/app/session'
import { defaultDefinition, definitions, monthText, SMALL_CELL } from '@/domain/totals/totals'
import { answerJson } from '../answer'
import { readPublicTotals } from '../public-totals'
import { alsoOf, totalsAnswer, totalsQuery, type TotalsAnswer } from '../schemas'
import { troubleJson } from '../trouble'

/** The published totals of a period, and a cut of them: GET /api/v1/totals?from=2024-01&to=2024-03&by=chain. */
export async function GET(request: Request) {
  const query = paramsOf(new URL(request.url).searchParams)
  const read = await readPublicTotals(publicContext(), query, alsoOf(totalsQuery))
  if (read.trouble) return troubleJson(read.trouble)
  const { published, period, window, by, rows, months } = read
  const cut = by === null || by === 'month' ? 'class' : by
  const [zh, en, nameZh, nameEn] = await Promise.all([
    getTranslations({ locale: 'zh', namespace: 'domain' }),
    getTranslations({ locale: 'en', namespace: 'domain' }),
    cutWords(cut, 'zh'),
    cutWords(cut, 'en'),
  ])
  const totals = window?.totals ?? null
  const evidenced = totals?.evidenced ?? null
  const definition =
    definitions.find(({ code }) => code === published?.definition) ?? defaultDefinition
  const sentence = `definition.${definition.code}` as 'definition.2024-03'
  const body: TotalsAnswer = {
    from: monthText(period.from),
    to: monthText(period.to),
    companies: totals?.companies ?? null,
    companyTimes: totals?.companyTimes ?? null,
    loans: totals?.loans ?? null,
    drawnFen: totals?.drawnFen ?? null,
    grantedFen: totals?.grantedFen ?? null,
    evidenced,
    declared: totals && evidenced !== null ? totals.companies - evidenced : null,
    by,
    parts:
      rows?.map(({ key, shown, companiesThen }) => ({
        key,
        zh: nameZh(key),
        en: nameEn(key),
        companies: shown?.companies ?? null,
        companyTimes: shown?.companyTimes ?? null,
        drawnFen: shown?.drawnFen ?? null,
        companiesYearBefore: companiesThen,
      })) ?? null,
    months:
      months?.map(({ month, companiesSoFar, shown }) => ({
        month: monthText(month),
        companiesSoFar,
        companyTimes: shown?.companyTimes ?? null,
        drawnFen: shown?.drawnFen ?? null,
      })) ?? null,
    suppressedBelow: SMALL_CELL,
    definition: { ...definition, zh: zh(sentence), en: en(sentence) },
    publication: published?.number ?? null,
    publishedAt: published?.at.toISOString() ?? null,
  }
  return answerJson(request, totalsAnswer.parse(body))
}
