import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/report/shell-quote.ts
function shellQuote(word) {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
function shellJoin(words) {
  return words.map(shellQuote).join(" ");
}

// src/cli/cancel-on-signals.ts
var interrupted = 130;
var Cancelled = class extends Error {
  name = "Cancelled";
  constructor(by) {
    super(`Cancelled by ${by} before anything was tested.`);
  }
};
function cancelOnSignals(host, listener, also = []) {
  const controller = new AbortController();
  const cancel = (name) => () => {
    if (controller.signal.aborted) host.exit(interrupted);
    listener({ kind: "cancelling", reason: name });
    controller.abort(new Cancelled(name));
  };
  host.onSignal("SIGINT", cancel("Ctrl-C"));
  host.onSignal("SIGTERM", cancel("SIGTERM"));
  for (const name of also) host.onSignal(name, cancel(name));
  return controller.signal;
}

export {
  shellQuote,
  shellJoin,
  Cancelled,
  cancelOnSignals
};
