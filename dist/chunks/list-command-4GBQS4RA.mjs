import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  listPlan
} from "./chunk-UGYE35AZ.mjs";
import {
  narrowPlan
} from "./chunk-3DBBB7NK.mjs";
import "./chunk-JUIZ7H4V.mjs";
import {
  startReporter
} from "./chunk-PQIJVHGQ.mjs";
import {
  readPlan
} from "./chunk-SR67EZ76.mjs";
import "./chunk-AVLCZ2AS.mjs";
import {
  kernelFlavours,
  mainOfMeta,
  placeFor,
  provisionListener
} from "./chunk-Y42A6BDT.mjs";
import "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import "./chunk-Z52ASNL3.mjs";
import "./chunk-P33J4D2E.mjs";
import {
  alignColumns
} from "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import {
  createProvisionContext
} from "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import {
  oneOf,
  partOfPlan,
  withDistribution
} from "./chunk-PL3PYU5L.mjs";
import {
  hostSystem,
  kernelDistributions
} from "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  plainJson,
  plainLine,
  plainText,
  shellJoin
} from "./chunk-PP4HT45W.mjs";
import {
  architectureOf,
  usualArchitecture
} from "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import "./chunk-WABYQQ2Y.mjs";
import {
  HostShortage
} from "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import {
  ProvisionError,
  withProgress
} from "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
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

// src/provision/kernel/list-kernels.ts
async function listKernels(release, context) {
  const names = namesOf(release);
  const shown = await showAll(
    names.flatMap(({ places }) => places),
    release,
    context
  );
  return names.map(({ places, ...name }) => ({ ...name, found: firstFound(places, shown, release) }));
}
var usual = architectureOf(usualArchitecture);
function namesOf({ distribution, kernels }) {
  return Object.entries(kernels).flatMap(
    ([series, places]) => kernelFlavours.flatMap((flavour) => {
      const spec = `${distribution}:${series}${flavour === "generic" ? "" : `-${flavour}`}`;
      const own = places[flavour]?.map((place) => placeFor(place, usual));
      return own === void 0 ? [] : [{ spec, flavour, places: own }];
    })
  );
}
async function showAll(places, release, context) {
  const shown = /* @__PURE__ */ new Map();
  for (const place of places) {
    if (shown.has(keyOf(place))) continue;
    const sharing = places.filter((other) => keyOf(other) === keyOf(place));
    const packages = [...new Set(sharing.map(({ metaPackage }) => metaPackage))];
    shown.set(keyOf(place), await show(release, place.suites, packages, context));
  }
  return shown;
}
async function show(release, suites, packages, context) {
  const what = `kernels of ${release.distribution}: ${suites.join(", ")}`;
  try {
    const stanzas = await withProgress(
      context.progress,
      { what, activity: "resolving" },
      () => withDistribution(context, release, { suites, architecture: usual.debian }, (apt) => apt.show(packages))
    );
    return { kind: "shown", stanzas };
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    return { kind: "none", reason: error.message };
  }
}
function firstFound(places, shown, { kernelPackages }) {
  const reasons2 = [];
  for (const place of places) {
    const there = shown.get(keyOf(place));
    if (there?.kind === "none") reasons2.push(there.reason);
    const main = there?.kind === "shown" ? mainOfMeta(there.stanzas, place, kernelPackages) : void 0;
    if (main !== void 0) return { kind: "release", release: main.release, suites: place.suites };
  }
  return { kind: "none", reason: reasons2[0] ?? `not in ${places.map(keyOf).join(" or ")}` };
}
function keyOf({ suites }) {
  return suites.join(", ");
}

// src/cli/list-kernels.ts
var unavailable = 69;
async function listKernelsCommand(args, host) {
  if (args.operands.length > 0) throw new UsageError("--kernels lists what --kernel accepts, and takes no suite.");
  const format = oneOf("--format", ["text", "json"], args.value("format")) ?? "text";
  const kernels = await lookUp(host);
  const found = kernels.flatMap(
    ({ found: answer, ...name }) => answer.kind === "release" ? [{ ...name, ...answer }] : []
  );
  if (format === "json") {
    const entries = kernels.map(
      ({ spec, found: answer }) => answer.kind === "release" ? { spec, release: answer.release, suites: answer.suites } : { spec, release: null, reason: answer.reason }
    );
    host.write(`${plainJson({ kernels: entries }, 2)}
`);
  } else {
    for (const line of [...table(found), ...reasons(kernels).map(plainLine)]) host.write(`${line}
`);
    host.write(`
${others}
`);
  }
  return found.length > 0 ? 0 : unavailable;
}
var others = "Any other kernel: a path to its bzImage or vmlinux. docs/kernels.md describes all ways to name one.";
async function lookUp(host) {
  const reporter = startReporter({ write: host.complain, isTty: host.isTty, verbose: false }, host);
  try {
    const progress = provisionListener(reporter.onEvent);
    const context = createProvisionContext({ progress, signal: cancelOnSignals(host, () => void 0, "ends") });
    const kernels = [];
    for (const release of kernelDistributions(hostSystem())) kernels.push(...await listKernels(release, context));
    return kernels;
  } finally {
    reporter.close();
  }
}
function table(kernels) {
  const rows = kernels.filter(({ flavour }) => flavour === "generic").map(({ spec, release, suites }) => {
    const flavours = kernels.filter((other) => other.spec === `${spec}-${other.flavour}`);
    return [spec, release, flavours.map(({ flavour }) => `-${flavour}`).join(" "), suites.join(", ")];
  });
  return alignColumns([["SPEC", "RELEASE NOW", "ALSO", "NEWEST OF"], ...rows]);
}
function reasons(kernels) {
  const byReason = /* @__PURE__ */ new Map();
  for (const { spec, found } of kernels)
    if (found.kind === "none") byReason.set(found.reason, [...byReason.get(found.reason) ?? [], spec]);
  return [...byReason].map(([reason, specs]) => `not now: ${specs.join(", ")}: ${reason}`);
}

// src/cli/list-command.ts
var formats = ["text", "json", "matrix"];
async function listCommand(args, host) {
  if (args.flag("kernels")) return await listKernelsCommand(args, host);
  const format = oneOf("--format", formats, args.value("format")) ?? "text";
  const shards = shardCount(args.value("shards"));
  if (shards !== void 0 && format !== "matrix")
    throw new UsageError("--shards sets the max jobs per cell of a matrix: it needs --format matrix.");
  if (format === "matrix" && args.value("shard") !== void 0)
    throw new UsageError("--format matrix makes the shards itself: use --shards N instead of --shard.");
  if (format === "matrix" && args.values("smoke").length > 0)
    throw new UsageError("--format matrix names suites, and --smoke is none: give the modules to a job of their own.");
  const { plan: whole, reasons: reasons2 } = await narrowPlan(readPlan(args, host), args, host);
  for (const reason of reasons2) host.complain(`${plainLine(reason)}
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
