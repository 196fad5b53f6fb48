import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  mergeDirectories
} from "./chunk-BGWJGW4O.mjs";
import "./chunk-FXI5ITQA.mjs";
import "./chunk-XNEYPN6K.mjs";
import {
  logReader,
  renderFinal
} from "./chunk-AGTK7UH4.mjs";
import "./chunk-LPJEPX3W.mjs";
import "./chunk-Q64Y2P5O.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-IF3SDQBP.mjs";
import "./chunk-CB2YYOKH.mjs";
import {
  readTextIfThere
} from "./chunk-OAU2IF34.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-G7ZDWPFY.mjs";
import "./chunk-FBER6XOZ.mjs";
import "./chunk-LLEU7AI5.mjs";
import "./chunk-E5RNW4JP.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/merge-command.ts
import { relative, resolve } from "node:path";

// src/cli/matrix-file.ts
function expectedJobs(path, name) {
  const text = readTextIfThere(path);
  if (text === void 0) throw new UsageError(`--matrix: expected the output of list --format matrix, found no file ${name}.`);
  const include = fieldOf(parse(text, name), "include");
  if (!Array.isArray(include)) throw new UsageError(`--matrix ${name}: expected {"include": [\u2026]}, as list --format matrix writes it.`);
  return include.map((job, index) => {
    const [kernel, machine, shard] = ["kernel", "machine", "shard"].map((key) => fieldOf(job, key));
    if (typeof kernel === "string" && typeof machine === "string" && typeof shard === "string") return { kernel, machine, shard };
    throw new UsageError(`--matrix ${name}: include[${index}]: expected kernel, machine and shard, found ${JSON.stringify(job)}.`);
  });
}
function parse(text, name) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`--matrix ${name}: expected JSON: ${error.message}`);
  }
}
function fieldOf(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : void 0;
}

// src/cli/merge-command.ts
function mergeCommand(args, host) {
  const out = args.value("out");
  const matrix = args.value("matrix");
  if (args.operands.length === 0) throw new UsageError("Name the directories with the results of the shards.");
  if (out === void 0) throw new UsageError("merge needs --out DIR: where the merged results go.");
  const { results, leftOut } = mergeDirectories({
    from: [...new Set(args.operands)].map((name) => ({ name, directory: resolve(host.cwd, name) })),
    outDirectory: resolve(host.cwd, out),
    expected: matrix === void 0 ? [] : expectedJobs(resolve(host.cwd, matrix), matrix)
  });
  const outDirectory = resolve(host.cwd, out);
  host.write(renderFinal(results, { color: host.color, columns: host.columns(), resultsDirectory: relative(host.cwd, outDirectory) || ".", readLog: logReader(outDirectory) }));
  for (const what of results.merged?.missing ?? []) host.complain(`missing: ${what}
`);
  for (const note of results.merged?.notes ?? []) host.complain(`note: ${note}
`);
  for (const what of leftOut) host.complain(`not copied: ${what}
`);
  return results.exitStatus;
}
export {
  mergeCommand
};
