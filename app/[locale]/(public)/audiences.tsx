import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { MemberActor } from '@/domain/actor'

const audiences = ['company', 'financier', 'official'] as const
const joinHref = {
  company: '/sign-up?kind=company',
  financier: '/sign-up?kind=financier',
  official: '/official',
}

/** Three ways in; whoever is signed in goes to their own pages. */
export function Audiences({ actor }: { actor: MemberActor | null }) {
  const t = useTranslations('public')
  return (
    <Card as="div">
      <div className="grid divide-line max-md:divide-y md:grid-cols-3 md:divide-x">
        {audiences.map((audience) => (
          <section key={audience} className="flex flex-col px-4 py-5 sm:px-6 sm:py-6">
            <h2 className="text-h2">{t(`audience.${audience}.who`)}</h2>
            <p className="mt-1.5 mb-5 text-ink-2">{t(`audience.${audience}.gets`)}</p>
            <div className="mt-auto max-md:*:w-full">
              <LinkButton
                tone={audience === 'company' ? 'primary' : 'plain'}
                href={actor?.audience === audience ? `/${audience}` : joinHref[audience]}
              >
                {t(`audience.${audience}.act`)}
              </LinkButton>
            </div>
          </section>
        ))}
      </div>
    </Card>
  )
}
