/** How the jobs of this process fare, for the health door; kept globally because Next loads its parts apart. */
type WorkerState = 'elsewhere' | 'running' | 'failed'

const shared = globalThis as { kerongWorkerState?: WorkerState }

export const workerState = (): WorkerState => shared.kerongWorkerState ?? 'elsewhere'

export function setWorkerState(state: WorkerState): void {
  shared.kerongWorkerState = state
}
