import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { splitDates } from '@/components/format/dated'

/** Elements whose own text is looked at too. */
const transparent: unknown[] = [Fragment, 'p', 'b', 'strong']

/**
 * Chinese dates, and figures with their units, neither open up nor break in a running text: `<Dated>{t('asOf', …)}</Dated>`.
 * Most parts do this to the strings they are given.
 */
export function Dated({ children }: { children: ReactNode }): ReactNode {
  if (isValidElement(children) && transparent.includes(children.type)) {
    const { props } = children as ReactElement<{ children?: ReactNode }>
    return cloneElement(children, {}, <Dated>{props.children}</Dated>)
  }
  if (Array.isArray(children))
    return children.map((child: ReactNode, index) => <Dated key={index}>{child}</Dated>)
  if (typeof children !== 'string') return children
  const pieces = splitDates(children)
  if (!pieces.some((piece) => piece.date)) return children
  return pieces.map((piece, index) =>
    piece.date ? (
      <span key={index} className="date">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}
