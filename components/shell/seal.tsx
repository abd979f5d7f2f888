/** The seal: two characters in Song, white on cinnabar in both themes. It appears nowhere as decoration. */
export function Seal({ above, below }: { above: string; below: string }) {
  return (
    <svg aria-hidden lang="zh" viewBox="0 0 30 30" className="size-[30px] shrink-0">
      <rect width="30" height="30" rx="6" className="fill-mark" />
      <g className="fill-on-mark font-song" fontSize="12.5" fontWeight="700" textAnchor="middle">
        <text x="15" y="13.4">
          {above}
        </text>
        <text x="15" y="25.8">
          {below}
        </text>
      </g>
    </svg>
  )
}
