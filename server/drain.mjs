import { setTimeout as pause } from 'node:timers/promises'

/** Follows the requests of a server, so that it can end without cutting one. */
export function followRequests(server) {
  const open = new Set()
  server.on('request', (_, response) => {
    open.add(response)
    // Next alone listens as often as Node finds usual.
    response.setMaxListeners(20)
    response.once('close', () => open.delete(response))
  })

  /** Takes no connection any more, lets those under way finish for `patience` ms, and cuts what is left. Answers how many. */
  return async function drain(patience) {
    server.close()
    for (const response of open)
      if (!response.headersSent) response.setHeader('connection', 'close')
    const deadline = Date.now() + patience
    while (open.size > 0 && Date.now() < deadline) {
      server.closeIdleConnections()
      await pause(20)
    }
    const cut = open.size
    server.closeAllConnections()
    return cut
  }
}
