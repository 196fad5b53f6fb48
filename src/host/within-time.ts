/** What a promise gives, or `late`; then what it gives later is lost. A rejection that comes late is not reported. */
export async function withinTime<T>(promise: Promise<T>, limitMs: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    // What has arrived by now is read first: a process that was busy for a while must not blame its peer.
    timer = setTimeout(() => setImmediate(() => resolve('late')), limitMs);
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
