import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  plainJson,
  plainLine
} from "./chunk-LWLXEWTS.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";
import {
  isSystemError
} from "./chunk-BGL2MGIU.mjs";

// src/cli/parse-files.ts
import { resolve } from "node:path";

// src/host/input-text.ts
import { createReadStream } from "node:fs";
async function readInput(name, onText) {
  const stream = name === "-" ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });
  stream.setEncoding("utf8");
  try {
    for await (const text of stream) onText(String(text));
    return { kind: "read" };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "unreadable", reason: error.message };
  }
}

// src/cli/parse-files.ts
var someUnreadable = 2;
async function parseFiles(args, host, createParser) {
  if (args.operands.length === 0) throw new UsageError("Name at least one file, or - for standard input.");
  let exitStatus = 0;
  for (const file of args.operands) {
    const parser = createParser();
    const outcome = await readInput(file === "-" ? file : resolve(host.cwd, file), parser.push);
    if (outcome.kind === "read") {
      host.write(`${plainJson({ file, ...parser.end() })}
`);
    } else {
      host.complain(`${plainLine(`${file}: ${outcome.reason}`)}
`);
      exitStatus = someUnreadable;
    }
  }
  return exitStatus;
}

export {
  parseFiles
};
