import type { Locale, useTranslations } from 'next-intl'
import type { Change } from '@/domain/match/match'
import { fullDay } from './format/dates'
import { counted } from './format/figures'
import { listed } from './format/lists'
import { money } from './format/money'

export interface ChangeSay {
  need: ReturnType<typeof useTranslations<'need'>>
  domain: ReturnType<typeof useTranslations<'domain'>>
  locale: Locale
}

const kindsOf = ({ add }: Extract<Change, { kind: 'collateral' }>, say: ChangeSay) =>
  listed(
    add.map((kind) => say.domain(`collateral.${kind}`)),
    say.locale,
  )

/** What would have to change: "ask for CNY 1 million less". `openFen` is what is asked for now. */
export function changeWords(change: Change, openFen: number, say: ChangeSay): string {
  const { need, domain, locale } = say
  switch (change.kind) {
    case 'amount': {
      const figure = money(Math.abs(openFen - change.fen), locale)
      return need(change.fen < openFen ? 'change.less' : 'change.more', { figure })
    }
    case 'tenor':
      return need('change.tenor', { months: counted(change.months, 'month', locale) })
    case 'collateral':
      return need('change.collateral', { kinds: kindsOf(change, say) })
    case 'certificate':
      return need('change.certificate', {
        certificate: domain(`qualification.${change.certificate}`),
      })
    case 'wait':
      return need('change.wait', { day: fullDay(change.until, locale) })
  }
}

/** The figure it would come to, for a button: "CNY 5 million". */
export function changeFigure(change: Change, say: ChangeSay): string {
  switch (change.kind) {
    case 'amount':
      return money(change.fen, say.locale)
    case 'tenor':
      return counted(change.months, 'month', say.locale)
    case 'collateral':
      return kindsOf(change, say)
    case 'certificate':
      return say.domain(`qualification.${change.certificate}`)
    case 'wait':
      return fullDay(change.until, say.locale)
  }
}

/** The change as a condition, beside how many products it opens. */
export function conditionWords(change: Change, openFen: number, say: ChangeSay): string {
  const { need } = say
  const figure = changeFigure(change, say)
  switch (change.kind) {
    case 'amount':
      return need(change.fen < openFen ? 'change.blocks.less' : 'change.blocks.more', { figure })
    case 'tenor':
      return need('change.blocks.tenor', { months: figure })
    case 'collateral':
      return need('change.blocks.collateral', { kinds: figure })
    case 'certificate':
      return need('change.blocks.certificate', { certificate: figure })
    case 'wait':
      return need('change.blocks.wait', { day: figure })
  }
}
