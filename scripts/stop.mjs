/**
 * An expected end: one sentence that says what happened and what to do. The scripts print it without a stack and
 * leave with exit code 1; anything else that is thrown is a bug of ours and is shown whole.
 */
export class Stop extends Error {
  name = 'Stop'
}

const disk = (error) =>
  `The disk that holds ${error.path ?? process.cwd()} is full: free some space (3 GB is plenty) and start again; nothing is lost.`

const unwritable = (error) =>
  `This user may not use ${error.path}: start as the user who owns it, or give this one the right to.`

/** The sentence for an error, or undefined when there is none and the stack is the best we have. */
export function sentenceOf(error) {
  if (error instanceof Stop) return error.message
  if (error?.code === 'ENOSPC') return disk(error)
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code) && error.path) return unwritable(error)
  return undefined
}

export function printEnd(error) {
  const sentence = sentenceOf(error)
  process.stderr.write(`\n${sentence ?? error?.stack ?? error}\n`)
}
