import { type ConsoleMessage, splitAtStamps, withoutIntroduction } from './console-line.ts';
import { prefixOf } from './line-prefix.ts';

/** A kernel message in a file of any origin. */
export interface KernelMessage extends ConsoleMessage {
  /** A log that somebody kept says when the line was printed, or that the kernel printed it. */
  readonly kept: boolean;
  /** The line names the kernel as its source. */
  readonly namesKernel: boolean;
}

/** The kernel's messages on a line, without the prefixes of whoever kept the log. */
export function parseKernelLine(raw: string): readonly KernelMessage[] {
  const messages = splitAtStamps(raw);
  const [first] = messages;
  if (first === undefined) return [];
  if (first.stamped) return messages.map((message, index) => (index === 0 ? withoutSender(message) : asIs(message)));
  const { end, namesKernel, dated: kept } = prefixOf(first.text);
  const rest = withoutIntroduction({ ...first, text: first.text.slice(end) });
  const isOnlyPrefix = messages.length > 1 && endsPrefix.test(rest.text);
  return [...(isOnlyPrefix ? [] : [rest]), ...messages.slice(1)].map(({ text, caller, stamped }) => ({
    text,
    caller,
    stamped,
    kept,
    namesKernel,
  }));
}

/** What is left of a prefix before the kernel's timestamp: nothing, or a name and a separator. */
const endsPrefix = /^(?:.{0,60}[:|>\]-])?\s{0,100}$/;

function asIs({ text, caller, stamped }: ConsoleMessage): KernelMessage {
  return { text, caller, stamped, kept: false, namesKernel: false };
}

/** The journal shows seconds since the boot as printk does, but the host's name follows. */
function withoutSender(message: ConsoleMessage): KernelMessage {
  const { text, caller, stamped } = message;
  const at = text.indexOf(' kernel');
  if (at < 1 || at > senderChars) return asIs(message);
  const { end, namesKernel } = prefixOf(text);
  return { text: namesKernel ? text.slice(end) : text, caller, stamped, kept: namesKernel, namesKernel };
}

const senderChars = 100;
