import type { Locale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { teaserWords } from '@/components/teaser-words'
import type { MemberActor } from '@/domain/actor'
import { LENGTHS } from '@/domain/clock/clock'
import type { Notice } from '@/domain/notice/notice'
import type {
  CompanyNotification,
  FinancierNotification,
  OfficialNotification,
} from '@/domain/notification/notification'
import { deedOf } from '@/domain/product/classes'

export interface NoticeSay {
  notices: ReturnType<typeof useTranslations<'notices'>>
  domain: ReturnType<typeof useTranslations<'domain'>>
  teaser: ReturnType<typeof useTranslations<'teaser'>>
  locale: Locale
}

interface Words {
  title: string
  /** Of what: code, class, amount, day. */
  detail: string
  /** What there is to do; null once the thing is closed to the reader. */
  act: string | null
}

function leadWords(told: Notice, { notices: t, domain, teaser, locale }: NoticeSay): Words {
  const { facts, many, view } = told
  if (told.subject === 'product')
    return {
      title: view
        ? t('leads.viewMany', { view: view.name, count: count(many) })
        : facts?.name
          ? t('leads.many', { product: facts.name, count: count(many) })
          : t('leads.goneMany', { count: count(many) }),
      detail: '',
      act: facts && t('leads.act'),
    }
  if (!facts?.teaser) return { title: t('leads.goneOne'), detail: '', act: null }
  const words = teaserWords(facts.teaser, { domain, teaser, locale })
  const lead = t('leadTitle', {
    place: words.place,
    chain: words.chain,
    amount: words.amount,
    class: facts.class ? domain(`class.${facts.class}`) : '',
  })
  const title = view ? t('leads.viewOne', { view: view.name, lead }) : t('leads.one', { lead })
  return { title, detail: facts.code ?? '', act: t('leads.act') }
}

/** Who, what and to do, in the reader's language; of a lead only what its teaser holds. */
export function noticeWords(
  audience: MemberActor['audience'],
  told: Notice,
  say: NoticeSay,
): Words {
  const { notices: t, domain, locale } = say
  const { kind, facts, asks, subject } = told
  if (kind === 'lead' || kind === 'lead-in-view') return leadWords(told, say)
  const named = {
    who: facts?.name ?? t(audience === 'financier' ? 'aCompany' : 'anOrganisation'),
    code: facts?.code ?? '',
    count: count(told.many),
    deed: facts?.class ? deedOf(facts.class) : 'drawn',
    ...LENGTHS,
  }
  const [title, asked] =
    audience === 'company'
      ? [
          t(`company.${kind as CompanyNotification}.says`, named),
          t(`company.${kind as CompanyNotification}.act`),
        ]
      : audience === 'financier'
        ? [
            t(
              `financier.${kind as Exclude<FinancierNotification, 'lead' | 'lead-in-view'>}.says`,
              named,
            ),
            t(`financier.${kind as Exclude<FinancierNotification, 'lead' | 'lead-in-view'>}.act`),
          ]
        : [
            t(`official.${kind as OfficialNotification}.says`, named),
            t(`official.${kind as OfficialNotification}.act`),
          ]
  // Of many services at once the figures are those of each.
  const isOne = told.many === 1
  const detail = [
    title.includes(named.code) ? null : named.code,
    isOne && facts?.class ? domain(`class.${facts.class}`) : null,
    isOne && facts?.amountFen ? money(facts.amountFen, locale) : null,
    isOne && facts?.on ? fullDay(facts.on, locale) : null,
  ]
  const act = asks ? asked : t(`see.${subject}`)
  return { title, detail: detail.filter(Boolean).join(' · '), act: facts && act }
}
