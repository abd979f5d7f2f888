// Preloaded into every child: when the script that started it is gone, even by kill -9, the child goes too. Node passes
// this on to the child's own workers, whose channel is not ours to touch.
if (process.channel && process.ppid === Number(process.env.KERONG_PARENT)) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
