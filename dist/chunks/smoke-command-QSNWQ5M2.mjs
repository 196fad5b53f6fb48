import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-SWKRQ673.mjs";
import "./chunk-6FQAGP54.mjs";
import "./chunk-TA3BR4M5.mjs";
import "./chunk-WYSSJNCR.mjs";
import "./chunk-BRODQ4WN.mjs";
import "./chunk-TNDEUD7G.mjs";
import "./chunk-IVQZ3XUB.mjs";
import "./chunk-7AYKJSGD.mjs";
import "./chunk-NR7XQVE6.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-DMYP4STS.mjs";
import "./chunk-CQZFOK6X.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-7XIEIILF.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-RBNCJ4DL.mjs";
import "./chunk-O6IG6JOI.mjs";
import "./chunk-7W7PU2WX.mjs";
import "./chunk-QKKQO7HW.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-6GYYFU3Y.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-IKZPZKW6.mjs";
import "./chunk-K7XUFLV6.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-YXA77WRS.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-6XJXKXSM.mjs";
import "./chunk-D4CYNWJO.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-QLGGIQ45.mjs";
import "./chunk-ORRRUZN6.mjs";
import "./chunk-V4AHKANW.mjs";
import "./chunk-UY4GCE7R.mjs";
import "./chunk-ZZDS54TF.mjs";
import "./chunk-MKLWSO4V.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-NWMHLFTA.mjs";
import "./chunk-ZNGPKFOR.mjs";
import "./chunk-Z5GGRIFT.mjs";
import "./chunk-GGT5GK5J.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-763DWKWB.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-5NW2O3U6.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-QTSMFX6Q.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-GBTCJQXP.mjs";
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
