import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { count } from '@/components/format/figures'
import { MailList, type MailLine } from '@/components/mails/mail-list'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { isId } from '@/domain/id'
import { MAILS_A_PAGE } from '@/domain/mail/queries'

export type Query = Record<string, string | string[] | undefined>

/** An id that an address names, if it can be one. */
export function idIn(query: Query, name: string): string | null {
  const value = query[name]
  return typeof value === 'string' && isId(value) ? value : null
}

/** A list of mails with the open one above it: one's own, or an outbox. */
export async function MailsPage({
  head,
  here,
  query,
  found,
  open,
  now,
}: {
  head: ReactNode
  here: string
  query: Query
  /** One more than a page where there are more. */
  found: MailLine[]
  open: (MailLine & { text: string }) | null
  now: Date
}) {
  const t = await getTranslations('notices')
  const after = idIn(query, 'after')
  const mails = found.slice(0, MAILS_A_PAGE)
  const last = found.length > mails.length ? mails.at(-1) : undefined
  const hrefOf = (mail: string | null, from = after) => {
    const asked = new URLSearchParams({ ...(from && { after: from }), ...(mail && { mail }) })
    return asked.size > 0 ? `${here}?${asked.toString()}` : here
  }
  return (
    <main id="main" className="page max-w-[860px]! py-8">
      {head}
      {mails.length === 0 ? (
        <Card as="div">
          <CardBody>
            <EmptyState kind="nothing" title={t('outbox.none')}>
              {t('outbox.noneText')}
            </EmptyState>
          </CardBody>
        </Card>
      ) : (
        <MailList mails={mails} open={open} now={now} hrefOf={hrefOf} closeHref={hrefOf(null)} />
      )}
      {(after ?? last) && (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-3 text-small text-ink-2">
          <Pagination
            summary={t('outbox.shown', { shown: count(mails.length) })}
            startHref={after ? here : undefined}
            nextHref={last && hrefOf(null, last.id)}
            size={MAILS_A_PAGE}
          />
        </div>
      )}
    </main>
  )
}
