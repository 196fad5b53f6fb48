import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  createTerminalReporter,
  runSuites
} from "./chunk-Y42A6BDT.mjs";
import {
  renderFinal
} from "./chunk-Z52ASNL3.mjs";
import {
  logReader
} from "./chunk-VZ3XNEFQ.mjs";

// src/cli/terminal-run.ts
import { relative } from "node:path";
var tickMs = 250;
function startReporter({ write, isTty, verbose }, host) {
  const now = () => performance.now();
  const { columns, color } = host;
  const reporter = createTerminalReporter({ write, columns, isTty, color, now, verbose });
  const ticking = setInterval(reporter.tick, tickMs);
  return {
    ...reporter,
    close: () => {
      clearInterval(ticking);
      reporter.close();
    }
  };
}
function withoutKnownFacts(reporter, known) {
  return {
    ...reporter,
    onEvent: (event) => {
      const isKnown = event.kind === "fact" && known.get(event.topic) === event.text;
      if (event.kind === "fact") known.set(event.topic, event.text);
      if (!isKnown) reporter.onEvent(event);
    }
  };
}
async function runWithReporter(run, reporter, { cwd, installation }) {
  try {
    return await runSuites({ ...run, cwd, installation, listener: reporter.onEvent });
  } finally {
    reporter.close();
  }
}
function finalText(results, outDirectory, { color, columns, cwd }) {
  return renderFinal(results, {
    color,
    columns: columns(),
    resultsDirectory: relative(cwd, outDirectory) || ".",
    readLog: logReader(outDirectory)
  });
}

export {
  startReporter,
  withoutKnownFacts,
  runWithReporter,
  finalText
};
