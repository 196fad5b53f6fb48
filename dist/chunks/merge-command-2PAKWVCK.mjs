import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  mergeDirectories
} from "./chunk-AVLCZ2AS.mjs";
import {
  renderFinal
} from "./chunk-Z52ASNL3.mjs";
import {
  cutLine,
  logReader
} from "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import {
  readNamedText
} from "./chunk-YZWTKSKI.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  plainLine
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import {
  fieldOf,
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-PNGENSD7.mjs";
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/merge-command.ts
import { relative, resolve } from "node:path";

// src/cli/matrix-file.ts
function expectedJobs(path, name) {
  const text = readNamedText(path, bounds.json.bytes);
  if (text === void 0)
    throw new UsageError(`--matrix: expected the output of list --format matrix, found no file ${name}.`);
  if (text.length > bounds.json.bytes)
    throw new UsageError(`--matrix ${name}: expected at most ${bounds.json.bytes} bytes, found more.`);
  const include = fieldOf(parse(text, name), "include");
  if (!Array.isArray(include))
    throw new UsageError(`--matrix ${name}: expected {"include": [\u2026]}, as list --format matrix writes it.`);
  return include.map((job, index) => {
    const [kernel, machine, shard] = ["kernel", "machine", "shard"].map((key) => fieldOf(job, key));
    if (typeof kernel === "string" && typeof machine === "string" && typeof shard === "string")
      return { kernel, machine, shard };
    throw new UsageError(
      `--matrix ${name}: include[${index}]: expected kernel, machine and shard, found ${cutLine(JSON.stringify(job), 300)}.`
    );
  });
}
function parse(text, name) {
  const parsed = parseJson(text, bounds.json);
  if (parsed.kind === "problem") throw new UsageError(`--matrix ${name}: ${parsed.reason}`);
  return parsed.value;
}

// src/cli/merge-command.ts
async function mergeCommand(args, host) {
  const out = args.value("out");
  const matrix = args.value("matrix");
  if (args.operands.length === 0)
    throw new UsageError("merge needs the directories that hold the results of the shards.");
  if (out === void 0) throw new UsageError("merge needs --out DIR, the directory for the merged results.");
  const { results, leftOut } = await mergeDirectories({
    from: [...new Set(args.operands)].map((name) => ({ name, directory: resolve(host.cwd, name) })),
    outDirectory: resolve(host.cwd, out),
    expected: matrix === void 0 ? [] : expectedJobs(resolve(host.cwd, matrix), matrix)
  });
  const outDirectory = resolve(host.cwd, out);
  host.write(
    renderFinal(results, {
      color: host.color,
      columns: host.columns(),
      resultsDirectory: relative(host.cwd, outDirectory) || ".",
      readLog: logReader(outDirectory)
    })
  );
  for (const what of results.merged?.missing ?? []) host.complain(`missing: ${plainLine(what)}
`);
  for (const note of results.merged?.notes ?? []) host.complain(`note: ${plainLine(note)}
`);
  for (const what of leftOut) host.complain(`not copied: ${plainLine(what)}
`);
  return results.exitStatus;
}
export {
  mergeCommand
};
