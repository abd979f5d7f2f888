import { getLocale, getTranslations } from 'next-intl/server'
import { counted, rate } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import type { DryRun, ShownCount, Widening } from '@/domain/match/dry-run'

const SHOWN = 6

/** What a select of ICU reads of a count. */
const told = (shown: ShownCount) =>
  'count' in shown
    ? { kind: shown.kind === 'exact' ? 'exact' : 'many', count: shown.count }
    : { kind: shown.kind, count: 0 }

/** Whom the product would reach as it was saved, what turns needs away, and what a wider limit would bring. */
export async function ReachCard({ run, isLive }: { run: DryRun; isLive: boolean }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('product'),
    getTranslations('domain'),
    getLocale(),
  ])
  const companies = (shown: ShownCount) => t('reach.companies', told(shown))
  const figureOf = (widening: Widening) => {
    if ('fen' in widening) return money(widening.fen, locale)
    return 'months' in widening ? counted(widening.months, 'month', locale) : rate(widening.bp)
  }
  const parts = [
    {
      id: 'district',
      head: t('reach.district'),
      rows: run.byDistrict.map(({ value, ...row }) => ({
        ...row,
        name: domain(`district.${value}`),
      })),
    },
    {
      id: 'chain',
      head: t('reach.chain'),
      rows: run.byChain.map(({ value, ...row }) => ({ ...row, name: domain(`chain.${value}`) })),
    },
    {
      id: 'stage',
      head: t('reach.stage'),
      rows: run.byStage.map(({ value, ...row }) => ({ ...row, name: domain(`stage.${value}`) })),
    },
  ]
  return (
    <Card labelledBy="reach">
      <CardHead
        id="reach"
        title={
          run.companies.kind === 'none'
            ? t('reach.noneTitle')
            : t(`reach.title.${isLive ? 'live' : 'draft'}`, { companies: companies(run.companies) })
        }
        note={t('reach.note', { needs: t('reach.needs', told(run.needs)) })}
      />
      {run.companies.kind !== 'none' && (
        <CardBody>
          <div className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
            {parts.map(({ id, head, rows }) => (
              <Counts
                key={id}
                head={head}
                rows={rows.slice(0, SHOWN).map(({ name, companies: shown }) => ({
                  id: name,
                  name,
                  figure: t('reach.short', told(shown)),
                }))}
              />
            ))}
          </div>
        </CardBody>
      )}
      {(run.rules.length > 0 || run.whiteListedExcluded.kind !== 'none') && (
        <CardBody line>
          {run.rules.length > 0 && (
            <Counts
              head={t('reach.rules')}
              note={t('reach.needsHead')}
              rows={run.rules.slice(0, SHOWN).map(({ rule, needs }) => ({
                id: rule,
                name: domain(`rule.${rule}`),
                figure: t('reach.short', told(needs)),
              }))}
            />
          )}
          {run.whiteListedExcluded.kind !== 'none' && (
            <p className="mt-3">
              {t('reach.whiteList', { companies: companies(run.whiteListedExcluded) })}
            </p>
          )}
        </CardBody>
      )}
      {run.widenings.length > 0 && (
        <CardBody line>
          <Counts
            head={t('reach.more')}
            rows={run.widenings.map(({ widening, companies: more, whiteListed }) => ({
              id: widening.bound,
              name: t(`reach.widen.${widening.bound}`, { figure: figureOf(widening) }),
              figure: t('reach.gain', {
                companies: companies(more),
                white: whiteListed.kind,
                whiteListed: companies(whiteListed),
              }),
            }))}
          />
        </CardBody>
      )}
    </Card>
  )
}

function Counts({
  head,
  note,
  rows,
}: {
  head: string
  note?: string
  rows: { id: string; name: string; figure: string }[]
}) {
  if (rows.length === 0) return null
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-h3">{head}</h3>
        {note && <span className="text-small text-ink-2">{note}</span>}
      </div>
      <dl className="mt-1 divide-y divide-line">
        {rows.map(({ id, name, figure }) => (
          <div key={id} className="flex items-baseline justify-between gap-4 py-1.5">
            <dt className="text-ink-2">{name}</dt>
            <dd className="num text-right">{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
