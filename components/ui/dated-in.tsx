import type { Locale } from 'next-intl'
import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { splitDates } from '@/components/format/dated'

/** Elements whose own text is looked at too. */
const transparent: unknown[] = [Fragment, 'p', 'b', 'strong', 'span']

const chinese = /(\p{Script=Han}(?:[\p{Script=Han}（）“”、，：；。·]*[\p{Script=Han}）”])?)/u

/** Chinese names in an English text are read as Chinese. */
function named(text: string, locale: Locale): ReactNode {
  if (locale === 'zh' || !chinese.test(text)) return text
  return text.split(chinese).map((piece, place) =>
    place % 2 === 1 ? (
      <span key={place} lang="zh">
        {piece}
      </span>
    ) : (
      piece
    ),
  )
}

/** `Dated` where the browser draws: the language has to be said. */
export function DatedIn({ locale, children }: { locale: Locale; children: ReactNode }): ReactNode {
  if (isValidElement(children) && transparent.includes(children.type)) {
    const { props } = children as ReactElement<{ children?: ReactNode; lang?: string }>
    if (props.lang) return children
    return cloneElement(children, {}, <DatedIn locale={locale}>{props.children}</DatedIn>)
  }
  if (Array.isArray(children))
    return children.map((child: ReactNode, index) => (
      <DatedIn key={index} locale={locale}>
        {child}
      </DatedIn>
    ))
  if (typeof children !== 'string') return children
  const pieces = splitDates(children)
  if (!pieces.some((piece) => piece.date)) return named(children, locale)
  return pieces.map((piece, index) =>
    piece.date ? (
      // Such a piece is Chinese whatever the text around it is.
      <span key={index} className="date" lang={locale === 'zh' ? undefined : 'zh'}>
        {piece.text}
      </span>
    ) : (
      <Fragment key={index}>{named(piece.text, locale)}</Fragment>
    ),
  )
}
