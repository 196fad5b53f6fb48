import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  mergeDirectories
} from "./chunk-4S2OLC23.mjs";
import "./chunk-C2UQJHXT.mjs";
import "./chunk-IMAHB5MA.mjs";
import {
  logReader,
  renderFinal
} from "./chunk-J3EUFVXW.mjs";
import {
  cutLine
} from "./chunk-DN5ZU4GS.mjs";
import "./chunk-5YCLOZG5.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-FUPYKIWD.mjs";
import "./chunk-EZPV5CM7.mjs";
import {
  readNamedText
} from "./chunk-CAAXT2UB.mjs";
import "./chunk-WLYXCBTZ.mjs";
import "./chunk-B5V62VKM.mjs";
import {
  plainLine
} from "./chunk-LWLXEWTS.mjs";
import {
  parseJson
} from "./chunk-BK7ZKQBN.mjs";
import "./chunk-LQRWZFRM.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";
import "./chunk-YGUGVLQU.mjs";
import "./chunk-P7NKLADR.mjs";
import "./chunk-V7KVKL45.mjs";
import "./chunk-TBV7IG7K.mjs";
import "./chunk-GEGC7X7J.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-OQY754ZX.mjs";
import "./chunk-KTFFVCLG.mjs";
import "./chunk-BGL2MGIU.mjs";
import "./chunk-LFGQZFD2.mjs";
import {
  bounds
} from "./chunk-4PORZPZM.mjs";
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
function fieldOf(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : void 0;
}

// src/cli/merge-command.ts
async function mergeCommand(args, host) {
  const out = args.value("out");
  const matrix = args.value("matrix");
  if (args.operands.length === 0) throw new UsageError("Name the directories with the results of the shards.");
  if (out === void 0) throw new UsageError("merge needs --out DIR: where the merged results go.");
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
