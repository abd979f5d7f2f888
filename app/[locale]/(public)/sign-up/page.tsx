import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { getLocale } from 'next-intl/server'
import { currentActor } from '@/app/session'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { Card, CardBody } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { pathFor } from '@/messages/navigation'
import { SignUpForm } from './sign-up-form'

const kinds = ['company', 'financier'] as const

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/sign-up'>): Promise<Metadata> {
  const [{ kind }, t] = await Promise.all([searchParams, getTranslations('account')])
  const asked = kinds.find((one) => one === kind)
  return { title: asked ? t(`signUp.${asked}.title`) : t('signUp.title') }
}

const signInLink = (words: ReactNode) => <TextLink href="/sign-in">{words}</TextLink>

export default async function Page({ searchParams }: PageProps<'/[locale]/sign-up'>) {
  const [{ kind }, t, actor] = await Promise.all([
    searchParams,
    getTranslations('account'),
    currentActor(),
  ])
  if (actor) redirect(pathFor(await getLocale(), `/${actor.audience}`))
  const asked = kinds.find((one) => one === kind)
  if (!asked)
    return (
      <main id="main" className="page py-10">
        <PageHead title={t('signUp.title')}>{t('signUp.official')}</PageHead>
        <div className="grid gap-5 sm:grid-cols-2">
          {kinds.map((one) => (
            <Card key={one}>
              <CardBody>
                <h2 className="text-h2">{t(`signUp.${one}.who`)}</h2>
                <p className="mt-1.5 mb-4 text-ink-2">{t(`signUp.${one}.gets`)}</p>
                <LinkButton href={`/sign-up?kind=${one}`}>{t(`signUp.${one}.title`)}</LinkButton>
              </CardBody>
            </Card>
          ))}
        </div>
        <p className="mt-6 text-ink-2">{t.rich('signUp.already', { l: signInLink })}</p>
      </main>
    )
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/sign-up">{t('signUp.otherKind')}</BackLink>}
        title={t(`signUp.${asked}.title`)}
      />
      <div className="grid gap-x-16 gap-y-8 md:grid-cols-[minmax(0,560px)_minmax(0,1fr)]">
        <SignUpForm kind={asked} />
        <aside className="md:order-none max-md:-order-1">
          <h2 className="text-h3">{t('signUp.whatNext')}</h2>
          <ol className="mt-2 list-decimal space-y-1.5 pl-5 text-ink-2">
            <li>{t('signUp.next.minutes')}</li>
            <li>{t(`signUp.${asked}.first`)}</li>
            <li>{t('signUp.next.admission', { days: WORKING_DAYS.review })}</li>
          </ol>
          <p className="mt-4 text-ink-2">{t.rich('signUp.already', { l: signInLink })}</p>
        </aside>
      </div>
    </main>
  )
}
