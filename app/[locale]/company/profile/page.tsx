import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Segments } from '@/components/ui/segments'
import { Tag, type TagTone } from '@/components/ui/tag'
import { WhoSees } from '@/components/ui/who-sees'
import {
  profileSections,
  sectionStatus,
  sectionsToSubmit,
  type SectionStatus,
} from '@/domain/profile/profile'
import { findOwnProfile } from '@/domain/profile/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('title') }
}

const tones: Record<SectionStatus, TagTone> = {
  'not-started': 'neutral',
  'in-progress': 'warn',
  done: 'pass',
}

/** The profile as a list of tasks: any order, resumed at any time. */
export default async function Page({ searchParams }: PageProps<'/[locale]/company/profile'>) {
  const query = await searchParams
  const context = await contextFor('company')
  const [t, domain, profile] = await Promise.all([
    getTranslations('profile'),
    getTranslations('domain'),
    findOwnProfile(context),
  ])
  const need = typeof query.need === 'string' ? query.need : null
  const suffix = need ? `?need=${encodeURIComponent(need)}` : ''
  const done = profileSections.filter((section) => sectionStatus(profile, section) === 'done')
  const ready = sectionsToSubmit.every((section) => sectionStatus(profile, section) === 'done')
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('title')}>
        {t('summary', { done: done.length, of: profileSections.length })}
      </PageHead>
      <div className="max-w-[760px] space-y-5">
        {query.done !== undefined && (
          <Notice tone="pass" live>
            {t('saved')}
          </Notice>
        )}
        <Segments good={done.length} of={profileSections.length} />
        <Card as="div">
          <ul className="divide-y divide-line">
            {profileSections.map((section) => {
              const status = sectionStatus(profile, section)
              return (
                <li key={section} className="relative px-4 py-4 hover:bg-sunken sm:px-5">
                  <div className="flex items-start justify-between gap-4">
                    <div className="min-w-0">
                      <h2 className="text-h3">
                        <Link
                          href={`/company/profile/${section}${suffix}`}
                          className="link after:absolute after:inset-0"
                        >
                          {domain(`profileSection.${section}`)}
                        </Link>
                        {sectionsToSubmit.includes(section) && (
                          <span className="ml-2 text-small font-normal text-ink-2">
                            {t('needed')}
                          </span>
                        )}
                      </h2>
                      <p className="text-small text-ink-2">{t(`holds.${section}`)}</p>
                    </div>
                    <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
                  </div>
                </li>
              )
            })}
          </ul>
          <CardBody line>
            {ready ? (
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p>{t('ready')}</p>
                <LinkButton
                  href={need ? `/company/needs/${need}/check` : '/company/needs/new'}
                  tone="primary"
                >
                  {need ? t('backToNeed') : t('registerNeed')}
                </LinkButton>
              </div>
            ) : (
              <p className="text-ink-2">{t('notReady')}</p>
            )}
          </CardBody>
        </Card>
        <WhoSees>{t('sees')}</WhoSees>
      </div>
    </main>
  )
}
