// Loaded before a service that `npm start` runs: when the starter lets go of it, or dies by whatever cause,
// the service ends as if it had been asked to. Plain JavaScript, because an option of the command line names
// this file.
process.once('disconnect', () => {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
});
// The line to the starter alone is no reason to go on.
process.channel?.unref();
