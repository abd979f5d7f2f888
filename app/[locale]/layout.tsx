import '@fontsource-variable/inter/wght.css'
import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { Suspense, type ReactNode } from 'react'
import { wholeAddress } from '@/app/address'
import { PrintFoot } from '@/components/shell/print-foot.client'
import { THEME_COOKIE, themeOf } from '@/components/shell/theme'
import { htmlLang, routing } from '@/messages/routing'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f5f1' },
    { media: '(prefers-color-scheme: dark)', color: '#111413' },
  ],
}

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'shell' })
  return {
    title: { default: t('title'), template: `%s · ${t('name')}` },
    description: t('description'),
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export default async function Layout({
  children,
  params,
}: LayoutProps<'/[locale]'> & { children: ReactNode }) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [t, jar] = await Promise.all([getTranslations('shell'), cookies()])
  return (
    <html lang={htmlLang[locale]} data-theme={themeOf(jar.get(THEME_COOKIE)?.value)}>
      <body className="flex flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-raised focus:px-4 focus:py-2 focus:font-semibold focus:text-jade"
        >
          {t('skip')}
        </a>
        {children}
        <Suspense>
          <PrintFoot
            base={wholeAddress('').replace(/\/$/, '')}
            locale={locale}
            opened={new Date()}
            words={{
              from: t('print.from'),
              opened: t('print.opened'),
              at: t('print.at'),
              zone: t('print.zone'),
            }}
          />
        </Suspense>
      </body>
    </html>
  )
}
