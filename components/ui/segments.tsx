import clsx from 'clsx'

/** How many of a few are in order: solid, hatched for those that run out, pale for those that lack. The words stand below. */
export function Segments({ good, soon = 0, of }: { good: number; soon?: number; of: number }) {
  return (
    <div aria-hidden className="flex gap-1">
      {Array.from({ length: of }, (_, index) => (
        <span
          key={index}
          className={clsx(
            'h-2 flex-1 rounded-[2px]',
            index < good ? 'bg-jade' : index < good + soon ? 'hatched' : 'bg-line-2',
          )}
        />
      ))}
    </div>
  )
}
