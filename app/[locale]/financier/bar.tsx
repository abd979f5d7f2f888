import { getTranslations } from 'next-intl/server'
import { barOf } from '@/app/bar'
import { TopBar } from '@/components/shell/top-bar'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countOwnMoves } from '@/domain/introduction/queries'
import { countLeads } from '@/domain/match/queries'

export async function FinancierBar({ context }: { context: Context<FinancierActor> }) {
  const [t, bar, leads, moves] = await Promise.all([
    getTranslations('financier'),
    barOf(context),
    countLeads(context, {}),
    countOwnMoves(context),
  ])
  const mayAct = whyNotActAs(context.actor, 'financier') === null
  return (
    <TopBar
      {...bar}
      destinations={[
        { href: '/financier', label: t('nav.leads'), count: leads },
        {
          href: '/financier/pipeline',
          label: t('nav.pipeline'),
          // Who may do none of it is called to nothing.
          count: mayAct ? moves.waiting : 0,
          urgent: mayAct && moves.overdue > 0,
          also: ['/financier/introductions'],
        },
        { href: '/financier/products', label: t('nav.products') },
        { href: '/financier/team', label: t('nav.team') },
        { href: '/financier/record', label: t('nav.record'), also: ['/financier/imports'] },
      ]}
    />
  )
}
