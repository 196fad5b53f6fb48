/**
 * How a program shows that a system call gave it an error: by the error's name (`EIO`), by its text in glibc or musl
 * (`Input/output error`), or by its number after a word that announces it (`errno 5`, `error -110`). A bare number is
 * none: it may be what a test measured.
 */
export function namesErrno(line: string): boolean {
  const said = withoutExpectation(line.slice(0, maxChars));
  return nameOrNumber.test(said) || texts.test(said);
}

/** A test says that something could not be done, without the error: it got one. What it compares is another matter. */
export function saysItFailed(line: string): boolean {
  const said = line.slice(0, maxChars);
  return failure.test(said) && !comparison.test(said);
}

const failure = /\b(?:could ?n[o']t|can ?(?:not|'t)|unable to|failed to|refused|denied)\b/i;
const comparison = /\b(?:expect\w{0,10}|differ\w{0,10}|mismatch\w{0,10}|instead of|wrong)\b/i;

/** The rest of a line is not read. */
const maxChars = 2000;

/** `expected EIO, found 512 bytes` names an error that there was not. */
function withoutExpectation(line: string): string {
  return line.replaceAll(/\b(?:expect\w{0,10}|want\w{0,10}|should|instead of)\b[^,;:]{0,200}/gi, ' ');
}

const names =
  'EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST ' +
  'EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ' +
  'ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP EWOULDBLOCK ENOMSG EIDRM ENOSTR ENODATA ETIME ENOSR ' +
  'EREMOTE ENOLINK ECOMM EPROTO EBADMSG EOVERFLOW EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EMSGSIZE EPROTOTYPE ' +
  'EPROTONOSUPPORT EOPNOTSUPP ENOTSUPP EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ' +
  'ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH ' +
  'EALREADY EINPROGRESS ESTALE EUCLEAN EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EHWPOISON';

const nameOrNumber = new RegExp(
  String.raw`\b(?:${names.replaceAll(' ', '|')})\b|` +
    String.raw`\berrno\]?[ :=(]{0,4}-?[1-9]\d{0,2}\b|` +
    String.raw`\b(?:err(?:or)?|ret(?:urn(?:ed|s)?)?|rc|result|status|code)[ :=(]{1,4}-[1-9]\d{0,2}\b`,
);

/** What strerror() says of errors that drivers return, in glibc's words and in musl's. */
const texts = new RegExp(
  [
    'input/output error',
    'i/o error',
    'no such device',
    'no such file or directory',
    '(?:connection|operation) timed out',
    'timer expired',
    'device timeout',
    '(?:device or )?resource busy',
    'resource temporarily unavailable',
    'cannot allocate memory',
    'out of memory',
    'invalid argument',
    'remote i/o error',
    'protocol error',
    'bad message',
    'bad address',
    'no data available',
    'value too large for (?:defined )?data type',
    'operation not (?:supported|permitted)',
    'not supported',
    'operation (?:already |now )?in progress',
    'operation canceled',
    'permission denied',
    'no space left on device',
    'link has been severed',
    'communication error on send',
    'cannot send after (?:transport endpoint|socket) shutdown',
    'connection reset by peer',
    '(?:network|host) is (?:down|unreachable)',
    'inappropriate ioctl for device',
    'not a tty',
    'message too (?:long|large)',
    '(?:numerical )?result (?:out of range|not representable)',
    'structure needs cleaning',
    'memory page has hardware error',
    'no medium found',
    'interrupted system call',
    'function not implemented',
    'illegal byte sequence',
    'stale file handle',
    'broken pipe',
    'read-only file system',
    'exec format error',
  ].join('|'),
  'i',
);
