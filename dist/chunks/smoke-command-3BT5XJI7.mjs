import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-EBKBUEYP.mjs";
import "./chunk-7GP3CSS7.mjs";
import "./chunk-OWGJU624.mjs";
import "./chunk-Q3CWJVZU.mjs";
import "./chunk-DH6NYWB5.mjs";
import "./chunk-LDG7USO3.mjs";
import "./chunk-PIRTO4LT.mjs";
import "./chunk-4WVYUHJQ.mjs";
import "./chunk-DOSLJNQS.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-TLPQH62J.mjs";
import "./chunk-RWZHS4TK.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-ABA5X5BY.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-MMJZXIOY.mjs";
import "./chunk-EHHXR7MV.mjs";
import "./chunk-H7VB4FMN.mjs";
import "./chunk-YFROGLQM.mjs";
import "./chunk-YTWL5IFB.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-Z4MY4UNO.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-56PU4Y4X.mjs";
import "./chunk-BHP33WRS.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-NFB3NNVB.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-GO5KNIBB.mjs";
import "./chunk-3NC5PDVW.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-RIMQFIWY.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-OM7EFJQV.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-VQ6UBOWN.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/smoke-command.ts
async function smokeCommand(args, host) {
  if (args.operands.length === 0)
    throw new UsageError(
      "Name at least one directory with a Kbuild, a Makefile or a dkms.conf. Several are built in this order, and a later one may use symbols of an earlier one."
    );
  return await runCommand(asRun(args), host);
}
function asRun(args) {
  return {
    ...args,
    operands: [],
    values: (name) => name === "smoke" ? args.operands : args.values(name)
  };
}
export {
  smokeCommand
};
