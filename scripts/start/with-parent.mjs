// Preloaded into every child: when the script that started it is gone, even by kill -9, the child goes too.
if (process.channel) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
