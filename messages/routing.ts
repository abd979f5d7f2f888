import { defineRouting } from 'next-intl/routing'

// 'always': with 'as-needed' a server bound to 127.0.0.1 redirects to itself for ever.
export const routing = defineRouting({
  locales: ['zh', 'en'],
  defaultLocale: 'zh',
  localePrefix: 'always',
})

export type Locale = (typeof routing.locales)[number]

export const htmlLang: Record<Locale, string> = { zh: 'zh-CN', en: 'en' }
