import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { counted, rate } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { DisabledButton } from '@/components/ui/button'
import { ClockChip } from '@/components/ui/clock-chip'
import { Dated } from '@/components/ui/dated'
import { TextArea } from '@/components/ui/fields.client'
import { NumberWithUnit } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import type { WhyNotAct } from '@/domain/actor'
import type { listOwnServices } from '@/domain/ledger/queries'
import { fenAsWan } from '@/domain/money/money'
import { classTerms, deedOf } from '@/domain/product/classes'
import { confirm, dispute } from './actions'

type OwnService = Awaited<ReturnType<typeof listOwnServices>>[number]

/** One service as it was reported: is it so? A dispute says what is right. */
export async function WaitingService({
  one,
  now,
  mayNot,
}: {
  one: OwnService
  now: Date
  mayNot: WhyNotAct | null
}) {
  const [t, domain, refusals, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const title =
    one.rung === 4
      ? t('services.contacted', { financier: one.financierName })
      : t(one.rung === 5 ? 'services.granted' : 'services.drawn', {
          financier: one.financierName,
          amount: money(one.amountFen, locale),
          deed: deedOf(one.class),
        })
  const name = `${title}, ${fullDay(one.happenedOn, locale)}`
  const facts = [
    fullDay(one.happenedOn, locale),
    domain(`class.${one.class}`),
    one.rateBp === null
      ? null
      : t('services.atRate', { rate: rate(one.rateBp), price: classTerms[one.class].price }),
    one.tenorMonths === null ? null : counted(one.tenorMonths, 'month', locale),
    one.contractNo && t('services.contract', { contract: one.contractNo }),
  ].filter((fact) => fact !== null)
  return (
    <div id={one.id} className="scroll-mt-20">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h3 className="text-h3">
            <Dated>{title}</Dated>
          </h3>
          <p className="text-ink-2">
            <Dated>{facts.join(' · ')}</Dated>
          </p>
          {one.correctsId && (
            <p className="mt-1 text-small text-ink-2">
              {t('services.corrects', { why: one.correctsWhy ?? '' })}
            </p>
          )}
        </div>
        {one.confirmDueAt && one.state === 'reported' && one.confirmDueAt > now && (
          <ClockChip due={one.confirmDueAt} now={now} />
        )}
      </div>
      {mayNot ? (
        <div className="mt-3">
          <DisabledButton id={`confirm-${one.id}`} reason={refusals(mayNot)}>
            {t('services.confirm')}
          </DisabledButton>
        </div>
      ) : (
        <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-3">
          <Form
            action={confirm.bind(null, one.id)}
            label={t('services.confirmLabel', { name })}
            className="max-sm:w-full max-sm:[&_button]:w-full"
          >
            <SubmitButton tone="plain">{t('services.confirm')}</SubmitButton>
          </Form>
          <details className="min-w-0 open:w-full">
            <summary className="inline-flex min-h-10 items-center">
              <span className="link">{t('services.dispute')}</span>
              <span className="sr-only">
                {' '}
                <Dated>{name}</Dated>
              </span>
            </summary>
            <Form
              action={dispute.bind(null, one.id)}
              keep={one.id}
              label={t('services.disputeLabel', { name })}
              className="mt-3 max-w-[560px] space-y-4"
            >
              <TextArea
                name="reason"
                label={t('services.reason')}
                hint={t('services.reasonHint', { deed: deedOf(one.class) })}
                rows={3}
                maxLength={500}
                whoSees={t('services.reasonSees')}
              />
              {one.rung === 4 ? (
                <input type="hidden" name="rightAmountFen" value="" />
              ) : (
                <NumberWithUnit
                  name="rightAmountFen"
                  label={t('services.right')}
                  hint={t('services.rightHint', { amount: fenAsWan(one.amountFen) })}
                  unit={t('services.wan')}
                  echo="wan"
                  locale={locale}
                  optional
                />
              )}
              <SubmitButton tone="danger">{t('services.disputeAct')}</SubmitButton>
            </Form>
          </details>
        </div>
      )}
    </div>
  )
}
