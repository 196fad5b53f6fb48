/** A promise with its two ends. Node 20 has no Promise.withResolvers. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A rejection that nobody awaits is not reported as unhandled: whoever needs the value awaits it. */
export function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] | undefined;
  let reject: Deferred<T>['reject'] | undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => undefined);
  if (resolve === undefined || reject === undefined)
    throw new Error('Internal error: a promise did not call its executor');
  return { promise, resolve, reject };
}

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
