import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-E7RPYBFU.mjs";
import "./chunk-ADVRYTUI.mjs";
import "./chunk-2ZDIBZ2I.mjs";
import "./chunk-XIFC6XEV.mjs";
import "./chunk-ANJC6VQ2.mjs";
import "./chunk-AML7ATTH.mjs";
import "./chunk-JUGFBIWA.mjs";
import "./chunk-LX7N7OFC.mjs";
import "./chunk-WC2TMOWA.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-FHZZFAUO.mjs";
import "./chunk-JJPZCCMJ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-IFOFWMMU.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-L4MBVZKB.mjs";
import "./chunk-GKDVK44M.mjs";
import "./chunk-WFL2Y6HC.mjs";
import "./chunk-2VKLI7JB.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-JH63KMMX.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-CUHRTMBM.mjs";
import "./chunk-J35VQB3X.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-XY42UZ25.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-6XJXKXSM.mjs";
import "./chunk-PJGE2AZL.mjs";
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
import "./chunk-YF3CQPZG.mjs";
import "./chunk-WIOT5BKV.mjs";
import "./chunk-MKLWSO4V.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-OTLDLPN7.mjs";
import "./chunk-6Q5IN44C.mjs";
import "./chunk-Z5GGRIFT.mjs";
import "./chunk-R34E6Y4Y.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-6XFKG6TB.mjs";
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
import "./chunk-Z52LW6BK.mjs";
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
