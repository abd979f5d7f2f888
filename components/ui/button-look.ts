import clsx from 'clsx'

export type Tone = 'primary' | 'plain' | 'danger' | 'danger-strong' | 'quiet'
export type ButtonSize = 'normal' | 'small'

/** Same height and weight in both languages; taller under a thumb. */
export function buttonLook(tone: Tone, size: ButtonSize, wide: boolean): string {
  return clsx(
    'button',
    size === 'small' ? 'button-small' : 'button-normal',
    `button-${tone}`,
    wide && 'w-full',
  )
}
