import { getTranslations } from 'next-intl/server'
import { paramsOf, publicAsked } from '@/app/address'
import { publicContext } from '@/app/session'
import { defaultDefinition, definitions, monthText, SMALL_CELL } from '@/domain/totals/totals'

/** The published totals of a period: GET /api/v1/totals?from=2024-01&to=2024-05, optionally with asOf, a publication's number. */
export async function GET(request: Request) {
  const query = paramsOf(new URL(request.url).searchParams)
  const { published, period, window, trouble } = await publicAsked(publicContext(), query)
  if (trouble) {
    const [zh, en] = await inBoth('asked.trouble')
    const about = { parameter: trouble.parameter }
    return Response.json(
      { error: trouble.code, ...about, zh: zh(trouble.code, about), en: en(trouble.code, about) },
      { status: 400 },
    )
  }
  const [zh, en] = await inBoth('domain')
  const totals = window?.totals ?? null
  const evidenced = totals?.evidenced ?? null
  const definition = definitions.find(({ code }) => code === published?.definition)
  const sentence = `definition.${(definition ?? defaultDefinition).code}` as 'definition.2024-03'
  return Response.json(
    {
      from: monthText(period.from),
      to: monthText(period.to),
      companies: totals?.companies ?? null,
      companyTimes: totals?.companyTimes ?? null,
      loans: totals?.loans ?? null,
      drawnFen: totals?.drawnFen ?? null,
      grantedFen: totals?.grantedFen ?? null,
      evidenced,
      declared: totals && evidenced !== null ? totals.companies - evidenced : null,
      suppressedBelow: SMALL_CELL,
      definition: { ...(definition ?? defaultDefinition), zh: zh(sentence), en: en(sentence) },
      publication: published?.number ?? null,
      publishedAt: published?.at.toISOString() ?? null,
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
