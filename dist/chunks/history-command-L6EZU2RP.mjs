import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findOrigin,
  keepHistory
} from "./chunk-YBZ3GNAU.mjs";
import "./chunk-AVLCZ2AS.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-HLYA65ZP.mjs";
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
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import {
  environmentVariable
} from "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/history-command.ts
import { relative, resolve } from "node:path";
async function historyCommand(args, host) {
  const out = args.value("out");
  if (args.operands.length === 0)
    throw new UsageError("history needs directories: with the results of runs, or with an earlier history.");
  if (out === void 0) throw new UsageError("history needs --out SITE, the directory for the page.");
  const inPlace = (name) => ({ name, directory: resolve(host.cwd, name) });
  const site = inPlace(out);
  const { runs, added, commits, verdict, problems } = await keepHistory({
    from: [...new Set(args.operands)].map(inPlace),
    site,
    findOrigin: () => findOrigin({
      commit: args.value("commit"),
      branch: args.value("branch"),
      variable: environmentVariable,
      cwd: host.cwd
    }),
    version: host.installation.version
  });
  for (const problem of problems) host.complain(`left out: ${plainLine(problem)}
`);
  host.write(
    `${plainLine(verdict)}
${relative(host.cwd, site.directory) || "."}/index.html: ${counted(runs, "run")} of ${counted(commits, "commit")}, ${added} new
`
  );
  return 0;
}
function counted(count, noun) {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
export {
  historyCommand
};
