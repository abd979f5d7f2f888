import type { ComponentProps, ReactNode } from 'react'
import { buttonLook, type ButtonSize, type Tone } from './button-look'
import { Dated } from './dated'
import { Link } from './link.client'

interface Look {
  tone?: Tone
  size?: ButtonSize
  /** As wide as its place. On a phone, primary and plain buttons mostly are. */
  wide?: boolean
  icon?: ReactNode
  children: ReactNode
}

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'className' | 'children' | 'disabled'>

/** For a form of one button use SubmitButton; this one is for what the platform does by itself (popover, dialog). */
export function Button({
  tone = 'plain',
  size = 'normal',
  wide = false,
  icon,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type="button" className={buttonLook(tone, size, wide)} {...rest}>
      {icon}
      <span>
        <Dated>{children}</Dated>
      </span>
    </button>
  )
}

type LinkButtonProps = Look & {
  href: string
  download?: boolean
  /** False keeps the place in the page. */
  scroll?: boolean
  'aria-label'?: string
}

/** A link that looks like a button: it goes somewhere, and changes nothing by itself. */
export function LinkButton({
  tone = 'plain',
  size = 'normal',
  wide = false,
  icon,
  children,
  href,
  download,
  scroll,
  ...rest
}: LinkButtonProps) {
  const look = buttonLook(tone, size, wide)
  if (download)
    return (
      <a href={href} download className={look} {...rest}>
        {icon}
        <span>
          <Dated>{children}</Dated>
        </span>
      </a>
    )
  return (
    <Link href={href} scroll={scroll} className={look} {...rest}>
      {icon}
      <span>
        <Dated>{children}</Dated>
      </span>
    </Link>
  )
}

/** An act that cannot be done now, with the reason in words below; reachable by key, so that the reason is read. */
export function DisabledButton({
  reason,
  children,
  size = 'normal',
  wide = false,
  id,
}: {
  reason: ReactNode
  children: ReactNode
  size?: ButtonSize
  wide?: boolean
  id: string
}) {
  return (
    <div className={wide ? 'w-full' : 'inline-block align-top'}>
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={`${id}-reason`}
        className={buttonLook('plain', size, wide)}
      >
        <span>
          <Dated>{children}</Dated>
        </span>
      </button>
      <p id={`${id}-reason`} className="mt-1.5 text-small text-ink-2">
        <Dated>{reason}</Dated>
      </p>
    </div>
  )
}
