/**
 * What stands before a kernel's message in files that came from elsewhere: a journal, syslog, a terminal program, a CI
 * job's log, a mail. There are too many formats to list, but they are made of few parts: times, dates, priorities,
 * quote marks, line numbers, the name of the host, and `kernel:`.
 */
export interface LinePrefix {
  /** The length of the prefix. */
  readonly end: number;
  /** It names the kernel as the message's source. */
  readonly namesKernel: boolean;
  /** It says when, or that the kernel is the source: every line of such a log has one. */
  readonly dated: boolean;
}

/** A month or a weekday in any language, abbreviated: `Nov`, `nov.`, `Mär`, `11月`. */
const word = String.raw`(?:\p{L}{1,10}|\d{1,2}\p{L})[.,]?`;
const clock = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?`;
const zone = String.raw`(?:Z|[+-]\d\d:?\d\d| [+-]\d{4}(?= )| [A-Z]{3,5}(?= ))`;

/** Parts that say when. */
const times: readonly string[] = [
  // In brackets: `[Tue Nov 12 10:33:22 2024]`, `[Nov12 10:33]`, `[  +0.000001]`, `[<    0.000001>]`
  String.raw`\[(?!<[\da-f]{8})(?=[^\]]{0,38}\d[:.]\d)[\p{L}\d .,:+<>\/-]{3,48}\]`,
  // `2024-11-12T10:33:22.345+01:00`
  String.raw`\d{4}[-\/.]\d\d[-\/.]\d\d(?:[T _]| at )${clock}${zone}?`,
  // `Tue Nov 12 10:33:22 2024`, `nov. 12 10:33:22`, `Di 12. Nov 10:33:22`
  `(?:${word} {1,8})?(?:${word} {0,8}\\d{1,2}[.,]?|\\d{1,2}\\.? {1,8}${word})(?: \\d{4},?)?` +
    `(?: at)? {1,8}${clock}(?: [AP]M)?${zone}?` +
    String.raw`(?: \d{4}(?= ))?`,
  // `11-12 10:33:22.345`, `12.11.2024 10:33:22`, `2024-11-12 ` alone
  String.raw`\d{1,2}[-\/.]\d{1,2}(?:[-\/.]\d{2,4})?,? {1,8}${clock}(?: [AP]M)?${zone}?`,
  `${clock}(?: [AP]M)?${zone}?(?=[\\s|\\]>:-])`,
  String.raw`\d{1,10}\.\d{3,9}(?=[ :\t])`,
];

/** Other parts. */
const marks: readonly string[] = [
  // Quotes and tables; not the `>` in a dump of memory.
  String.raw`[>|](?=[ \[A-Z>|#-]|$)`,
  // Priorities, RFC 5424's with its version
  String.raw`<\d{1,3}>(?:1 (?=\S))?`,
  // Numbers of lines: `grep -n`, `cat -n`
  String.raw`\d{1,8}(?:[:-](?=[^\d\s-]| )|\t)`,
  // What docker-compose, the kubelet and a GitLab runner add
  String.raw`[\w.-]{1,60} {1,40}\|(?= )`,
  String.raw`(?:stdout|stderr) [FP](?= )`,
  String.raw`\d\d[OE][ +]`,
  // A weekday before a date
  String.raw`\p{L}{2,4}\.?(?= \d{4}-\d\d-\d\d)`,
  // The fields of logcat
  String.raw`(?:\w{1,20} {1,8})?\d{1,7} {1,8}\d{1,7} [VDIWEFA] [^:\[\]]{0,24}:`,
  String.raw`[VDIWEFA]\/[^:()]{0,24}\( {0,8}\d{1,7}\):`,
];

/** The end of a prefix that names the kernel, after the host's name and a priority: syslog's, and RFC 5424's. */
const sender = new RegExp(
  String.raw`(?:[\w.()@:-]{0,63}[\w.()@-] {1,8}){0,3}?kernel(?:\[[\w-]{0,12}\])? ?(?::|` +
    String.raw`\S{1,10} \S{1,10} (?:-|\[[^\]]{0,100}\])(?= ))`,
  'uy',
);
/** Facility and priority, as `dmesg -x` shows them. */
const facility = /(kern|[a-z]\w{2,8}) {0,8}: ?(?:emerg|alert|crit|err|warn|notice|info|debug) {0,8}:/uy;
const time = new RegExp(times.map((part) => `(?:${part})`).join('|'), 'uy');
const mark = new RegExp(marks.map((part) => `(?:${part})`).join('|'), 'uy');
const blanks = /[ \t\u00a0]{0,100}/y;

/** More parts than any prefix has. */
const maxParts = 12;
/** The message after the longest known prefix begins before this. */
const maxPrefix = 256;

/** The parts of a prefix at the start of a line. One blank after them belongs to it; more may be the message's own. */
export function prefixOf(text: string): LinePrefix {
  let at = 0;
  let end = 0;
  let dated = false;
  let namesKernel = false;
  for (let parts = 0; parts < maxParts && at < maxPrefix; parts += 1) {
    const start = after(blanks, text, at) ?? at;
    const said = after(sender, text, start);
    if (said !== undefined) return { end: withBlank(text, said), namesKernel: true, dated: true };
    const timed = after(time, text, start) ?? after(facility, text, start);
    dated ||= timed !== undefined;
    namesKernel ||= timed !== undefined && text.startsWith('kern', start);
    const next = timed ?? after(mark, text, start);
    if (next === undefined) break;
    at = next;
    end = withBlank(text, next);
  }
  return { end, namesKernel, dated };
}

function withBlank(text: string, end: number): number {
  const next = text.charAt(end);
  return next === ' ' || next === '\t' ? end + 1 : end;
}

/** Where a match at this place ends. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
