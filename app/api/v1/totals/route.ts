import { getTranslations } from 'next-intl/server'
import { paramsOf, publicAsked } from '@/app/address'
import { publicContext } from '@/app/session'
import { sumPublicTotals } from '@/domain/totals/public-totals'
import { monthText, SMALL_CELL } from '@/domain/totals/totals'

/** The public totals of a period: GET /api/v1/totals?from=2024-01&to=2024-05, optionally with asOf and definition. */
export async function GET(request: Request) {
  const context = publicContext()
  const query = paramsOf(new URL(request.url).searchParams)
  const { question, moment, trouble } = await publicAsked(context, query)
  if (trouble) {
    const [zh, en] = await inBoth('asked.trouble')
    return Response.json(
      {
        error: trouble.code,
        parameter: trouble.parameter,
        zh: zh(trouble.code, { parameter: trouble.parameter }),
        en: en(trouble.code, { parameter: trouble.parameter }),
      },
      { status: 400 },
    )
  }
  const { period, definition } = question
  const [totals, [zh, en]] = await Promise.all([
    sumPublicTotals(context, question),
    inBoth('domain'),
  ])
  const sentence = `definition.${definition.code}` as 'definition.2024-03'
  return Response.json(
    {
      from: monthText(period.from),
      to: monthText(period.to),
      companies: totals?.companies ?? null,
      companyTimes: totals?.companyTimes ?? null,
      loans: totals?.loans ?? null,
      drawnFen: totals?.drawnFen ?? null,
      grantedFen: totals?.grantedFen ?? null,
      evidenced: totals?.evidenced ?? null,
      declared: totals?.declared ?? null,
      suppressedBelow: SMALL_CELL,
      definition: { ...definition, zh: zh(sentence), en: en(sentence) },
      asOf: (moment ?? context.now).toISOString(),
    },
    { headers: { 'cache-control': 'no-cache' } },
  )
}

function inBoth<Namespace extends 'asked.trouble' | 'domain'>(namespace: Namespace) {
  return Promise.all([
    getTranslations({ locale: 'zh', namespace }),
    getTranslations({ locale: 'en', namespace }),
  ])
}
