// Written so that a Node too old for the rest still understands this file and says so.
var parts = process.versions.node.split('.').map(Number)
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  process.stderr.write(
    'Kerong needs Node 20.19 or newer and this is ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org and start again.\n',
  )
  process.exit(1)
}
import('./start/main.mjs').then(function (main) {
  return main.start()
})
