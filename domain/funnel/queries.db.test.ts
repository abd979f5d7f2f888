import { expect, test } from 'vitest'
import { LONG_AGO, makeCompany, NOW, officialActor } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct } from '../testing/rows'
import { tale, type Scene } from '../testing/tale'
import { SAMPLE_LEAST } from '../totals/percentile'
import { funnelSteps, standings } from './funnel'
import { funnelOf, listFunnelNeeds, needsBehind, waitedFor, waitsOf } from './queries'

const { scene } = tale()
const question = { period: { from: 202404, to: 202405 } }
/** So many days after ten on Monday 8 April 2024, a week without a holiday. */
const START = new Date('2024-04-08T02:00:00Z')
const on = (days: number) => new Date(START.getTime() + days * 86_400_000)

async function fill({ db, cast }: Scene) {
  const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
  const need = (companyId: string, publishedAt: Date, firstAnswerAt: Date | null) =>
    makeNeed(db, companyId, 'published', {
      ...{
        publishedAt,
        firstAnswerAt,
        answerDueAt: new Date(publishedAt.getTime() + 2 * 86_400_000),
      },
    })
  for (let days = 1; days <= SAMPLE_LEAST; days++) {
    const company = await makeCompany(db)
    const { id: needId } = await need(company.id, START, on(days / 2))
    const to = { needId, productId, companyId: company.id, financierId: cast.financier.id }
    await makeIntroduction(db, to, 'drawn', {
      ...{
        contactedAt: on(1),
        fileCompleteAt: on(2),
        approvedAt: on(2 + days),
        drawnAt: on(20 + days),
      },
    })
  }
  const beilin = await makeCompany(db, { district: 'beilin', zone: null })
  await need(beilin.id, LONG_AGO, null)
  const yanta = await makeCompany(db)
  await need(yanta.id, NOW, null)
  const { id: needId } = await need(yanta.id, LONG_AGO, LONG_AGO)
  const to = { needId, productId, companyId: yanta.id, financierId: cast.financier.id }
  await makeIntroduction(db, to, 'open', { dueAt: LONG_AGO })
  await makeNeed(db, yanta.id, 'withdrawn', { publishedAt: LONG_AGO })
}

test(
  'each figure of the funnel opens as many needs, in the places of whoever asks',
  scene(async (on) => {
    const { as, cast } = on
    await fill(on)
    const of = (scope: Parameters<typeof officialActor>[3]) =>
      as(officialActor(cast.authority, cast.of.authority.owner, [], scope))
    const city = await listFunnelNeeds(of({ city: true }), question)
    const { lines } = funnelOf(city, NOW)
    for (const { step, came, counts } of lines) {
      expect(needsBehind(city, step, null, NOW)).toHaveLength(came)
      for (const one of standings)
        expect(needsBehind(city, step, one, NOW), `${step} ${one}`).toHaveLength(counts[one])
      expect(standings.reduce((sum, one) => sum + counts[one], 0)).toBe(came)
    }
    expect(lines.map(({ counts }) => Object.values(counts))).toEqual([
      [SAMPLE_LEAST + 1, 1, 1, 1],
      [SAMPLE_LEAST, 0, 1, 0],
      ...Array.from({ length: 3 }, () => [SAMPLE_LEAST, 0, 0, 0]),
    ])
    for (const one of standings) {
      const told =
        one === 'went-on'
          ? (lines.at(-1)?.counts[one] ?? 0)
          : lines.reduce((sum, { counts }) => sum + counts[one], 0)
      expect(needsBehind(city, null, one, NOW), one).toHaveLength(told)
    }
    const waits = waitsOf(city, NOW)
    expect(new Map(waits.map(({ who, needs }) => [who, needs.length]))).toEqual(
      new Map([
        ['nobody', 1],
        [cast.financier.id, 1],
      ]),
    )
    for (const { who, needs } of waits)
      expect(city.filter((row) => waitedFor(row, NOW).includes(who))).toHaveLength(needs.length)
    const beilin = await listFunnelNeeds(
      of({ city: false, districts: ['beilin'], zones: [] }),
      question,
    )
    expect(beilin).toHaveLength(1)
    expect(await listFunnelNeeds(of({ city: false, districts: [], zones: [] }), question)).toEqual(
      [],
    )
    expect(
      await listFunnelNeeds(of({ city: true }), { ...question, cut: { district: 'beilin' } }),
    ).toEqual(beilin)
    expect(
      await listFunnelNeeds(of({ city: true }), { period: { from: 202403, to: 202403 } }),
    ).toEqual([])
  }),
)

test(
  'the middle and the ninth of ten are of the days of that step, and of fewer than enough are not told',
  scene(async (on) => {
    const { as, cast } = on
    await fill(on)
    const context = as(officialActor(cast.authority, cast.of.authority.owner, []))
    const rows = await listFunnelNeeds(context, question)
    const { lines, days } = funnelOf(rows, NOW)
    const spread = Object.fromEntries(lines.map((line) => [line.step, line.days]))
    // Calendar days 1 to 5; working days half as many, and one day each.
    expect(spread['decision']).toEqual({ count: 5, median: 3, p90: 4.6 })
    expect(spread['drawing']).toEqual({ count: 5, median: 18, p90: 18 })
    expect(spread['file']).toEqual({ count: 5, median: 1, p90: 1 })
    expect(days).toEqual({ count: 5, median: 23, p90: 24.6 })
    const few = rows.filter(({ at }) => at.drawing).slice(1)
    expect(funnelOf(few, NOW).lines.map((line) => line.days)).toEqual(funnelSteps.map(() => null))
    expect(funnelOf(few, NOW).days).toBeNull()
  }),
)
