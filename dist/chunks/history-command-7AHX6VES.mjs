import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findOrigin,
  keepHistory
} from "./chunk-VAQ36OT7.mjs";
import "./chunk-JUGFBIWA.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-FHZZFAUO.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-GKDVK44M.mjs";
import "./chunk-JH63KMMX.mjs";
import "./chunk-CUHRTMBM.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-XY42UZ25.mjs";
import {
  plainLine
} from "./chunk-PJGE2AZL.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import {
  environmentVariable
} from "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-YF3CQPZG.mjs";
import "./chunk-MKLWSO4V.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-Z5GGRIFT.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-6XFKG6TB.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-QTSMFX6Q.mjs";
import "./chunk-Z52LW6BK.mjs";
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
