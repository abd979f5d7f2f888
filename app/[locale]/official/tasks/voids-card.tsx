import { getLocale, getTranslations } from 'next-intl/server'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Task } from '@/components/ui/task'
import { Written } from '@/components/ui/written'
import type { listProposals } from '@/domain/ledger/void-proposals'

/** What other statisticians would take out of a month that is published. */
export async function VoidsCard({
  proposals,
  count,
}: {
  proposals: Awaited<ReturnType<typeof listProposals>>
  count: number
}) {
  const [t, locale] = await Promise.all([getTranslations('official.tasks'), getLocale()])
  return (
    <Card labelledBy="voids">
      <CardHead id="voids" title={t('voids', { count })} note={t('voidsNote')} />
      {proposals.map(({ proposal, by, row, company }) => (
        <CardBody key={proposal.id} line>
          <Task
            title={t('decideVoid', { by, company, amount: money(row.amountFen, locale) })}
            act={
              <LinkButton href={`/official/ledger/${row.id}`} wide>
                {t('openVoid')}
                <span className="sr-only"> {company}</span>
              </LinkButton>
            }
          >
            <p className="text-small">
              <Written>{proposal.why}</Written>
            </p>
          </Task>
        </CardBody>
      ))}
    </Card>
  )
}
