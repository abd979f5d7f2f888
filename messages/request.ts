import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import * as en from './en'
import { routing } from './routing'
import * as zh from './zh'

const messages = { zh: { ...zh }, en: { ...en } }

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  return { locale, messages: messages[locale], timeZone: 'Asia/Shanghai' }
})
