import { ChevronDown, ChevronUp, Lock, X } from 'lucide-react'
import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { clock } from '@/components/format/dates'
import { Card, CardBody } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { Link } from '@/components/ui/link.client'
import type { FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { Lead } from '@/domain/match/queries'
import type { LeadBack } from './back-fields'
import { LeadActs } from './lead-acts'
import { LeadEvidence } from './lead-evidence'
import { leadTitle } from './lead-title'

interface Props {
  context: Context<FinancierActor>
  lead: Lead
  locale: Locale
  /** The list that passing over returns to. */
  back: LeadBack
  previousHref?: string
  nextHref?: string
  nextId?: string
  closeHref: string
}

function Step({
  href,
  label,
  children,
  ...rest
}: {
  href: string
  label: string
  children: ReactNode
  'data-key'?: string
}) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={label}
      title={label}
      className="grid size-8 place-content-center rounded-control text-ink-2 hover:text-jade"
      {...rest}
    >
      {children}
    </Link>
  )
}

/** A lead beside the list, which keeps its place. */
export async function LeadPeek(props: Props) {
  const { context, lead, locale, back } = props
  const t = await getTranslations('financier')
  const { title, sentence } = await leadTitle(lead, locale)
  return (
    <Card as="aside" labelledBy="lead">
      <CardBody>
        <div className="flex items-start justify-between gap-2">
          <p className="flex flex-wrap items-center gap-x-2 pt-1 text-small text-ink-2">
            <Code>{lead.needCode}</Code>
            {lead.publishedAt && (
              <Dated>{t('lead.published', { when: clock(lead.publishedAt, locale) })}</Dated>
            )}
          </p>
          <div className="-mr-2 flex shrink-0">
            {props.previousHref && (
              <Step href={props.previousHref} label={t('lead.previous')}>
                <ChevronUp aria-hidden size={18} />
              </Step>
            )}
            {props.nextHref && (
              <Step href={props.nextHref} label={t('lead.next')}>
                <ChevronDown aria-hidden size={18} />
              </Step>
            )}
            <Step href={props.closeHref} label={t('lead.close')} data-key="escape">
              <X aria-hidden size={18} />
            </Step>
          </div>
        </div>
        <h2 id="lead" className="mt-1 text-[19px] leading-snug font-semibold">
          {title}
        </h2>
        <p className="mt-1 text-ink-2">
          <Dated>{sentence}</Dated>
        </p>
        <p className="mt-2 flex items-center gap-1.5 text-hint text-ink-2">
          <Lock aria-hidden size={15} className="shrink-0" />
          {t('lead.anonymous')}
        </p>
      </CardBody>
      <LeadEvidence context={context} lead={lead} />
      <div className="sticky bottom-0 bg-surface">
        <CardBody line>
          <LeadActs actor={context.actor} lead={lead} back={back} nextId={props.nextId} />
        </CardBody>
      </div>
    </Card>
  )
}
