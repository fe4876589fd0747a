// Loaded ahead of the web process and the worker. When the supervisor is gone, killed perhaps, they are to end as well:
// the next start brings its own.
process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 12_000).unref();
});
