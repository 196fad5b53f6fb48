import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  narrowPlan
} from "./chunk-SKEHXTOH.mjs";
import "./chunk-DYJFYPIA.mjs";
import {
  listPlan
} from "./chunk-ASDKGTVC.mjs";
import {
  readPlan
} from "./chunk-25ILYBDL.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-5IDPKE6Y.mjs";
import "./chunk-6W2D4BCN.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-4XPDLMKB.mjs";
import {
  oneOf,
  partOfPlan
} from "./chunk-3AFTMZPZ.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-KFSWWKCE.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-HHVQ63QE.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-UQNTGV3W.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-K723NUHD.mjs";
import "./chunk-LN532BCO.mjs";
import {
  plainJson,
  plainLine,
  plainText,
  shellJoin
} from "./chunk-JEWLXV2H.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-OWWEY2YD.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-GHD2POFV.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/list-command.ts
import { relative } from "node:path";

// src/plan/matrix.ts
var maxMatrixJobs = 256;
function planMatrix({ cells, tests }, shards, pathOf) {
  const jobs = cells.flatMap((cell) => {
    const own = tests.filter((test) => test.cell === cell);
    const count = Math.min(shards, own.length);
    const suites = [...new Set(own.map(({ suite }) => suite))].map(pathOf);
    return Array.from({ length: count }, (_, index) => jobOf(cell, suites, `${index + 1}/${count}`));
  });
  return { include: jobs };
}
function jobOf(cell, suites, shard) {
  const { name, args } = cell.machine;
  return {
    name: `${cell.id}-${shard.replace("/", "-of-")}`,
    suites,
    kernel: cell.kernel.text,
    machine: `${name}=${shellJoin(args)}`,
    shard,
    cell: cell.id
  };
}
function planJson({ cells, tests }) {
  return {
    cells: cells.map(({ id, kernel, machine, qemu, arch }) => ({
      id,
      kernel: kernel.text,
      machine: { name: machine.name, args: machine.args },
      qemu: qemu.text,
      arch
    })),
    tests: tests.map(({ id, cell, test, timeoutMs }) => ({
      id,
      cell: cell.id,
      description: test.description,
      timeoutMs,
      expectsFailure: test.expectation.kind !== "pass",
      tags: test.tags,
      ...test.row === void 0 ? {} : { parameters: Object.fromEntries(test.row.variables) }
    }))
  };
}

// src/cli/list-command.ts
var formats = ["text", "json", "matrix"];
async function listCommand(args, host) {
  const format = oneOf("--format", formats, args.value("format")) ?? "text";
  const shards = shardCount(args.value("shards"));
  if (shards !== void 0 && format !== "matrix")
    throw new UsageError("--shards sets the max jobs per cell of a matrix: it needs --format matrix.");
  if (format === "matrix" && args.value("shard") !== void 0)
    throw new UsageError("--format matrix makes the shards itself: use --shards N instead of --shard.");
  const { plan: whole, reasons } = await narrowPlan(readPlan(args, host), args, host);
  for (const reason of reasons) host.complain(`${plainLine(reason)}
`);
  if (whole.tests.length === 0 && format === "text") return 0;
  const { plan } = whole.tests.length === 0 ? { plan: whole } : partOfPlan(whole, args, host);
  host.write(`${render(format, plan, { shards: shards ?? 1, cwd: host.cwd })}
`);
  return 0;
}
function render(format, plan, { shards, cwd }) {
  switch (format) {
    case "text":
      return listPlan(plan).map((line) => plainText(line).replaceAll("\n", " ")).join("\n");
    case "json":
      return plainJson(planJson(plan), 2);
    case "matrix": {
      const matrix = planMatrix(plan, shards, ({ directory }) => relative(cwd, directory) || ".");
      if (matrix.include.length > maxMatrixJobs)
        throw new UsageError(
          `--format matrix: expected at most ${maxMatrixJobs} jobs, the limit of GitHub, found ${matrix.include.length}. Use fewer kernels, machines or --shards.`
        );
      return plainJson(matrix);
    }
  }
}
function shardCount(given) {
  if (given === void 0) return void 0;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new UsageError(`--shards: expected a whole number from 1 to 999, found ${JSON.stringify(given)}.`);
  return Number(given);
}
export {
  listCommand
};
