import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-YXT46R6W.mjs";
import "./chunk-QS5ALGCE.mjs";
import "./chunk-3X5BXC2J.mjs";
import "./chunk-UTYMWFTK.mjs";
import "./chunk-I4JMY6QW.mjs";
import "./chunk-45LDY6RN.mjs";
import "./chunk-H7OXXAW6.mjs";
import "./chunk-KOHNHXEE.mjs";
import "./chunk-K5OLDXHH.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-AU7DSA66.mjs";
import "./chunk-QDAFZM7I.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-L6QXCQUK.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-QIYPE3U4.mjs";
import "./chunk-SOSCSTN6.mjs";
import "./chunk-3MCGLXSR.mjs";
import "./chunk-E4UKKKIB.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-FCTLL6II.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-RRZUWGEB.mjs";
import "./chunk-ZXDP6UOH.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-6XJXKXSM.mjs";
import "./chunk-7N3F3D6X.mjs";
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
import "./chunk-NEJO2H7V.mjs";
import "./chunk-NJS3XO23.mjs";
import "./chunk-DFLZNR4O.mjs";
import "./chunk-MKLWSO4V.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-S34VUR7V.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-Z5GGRIFT.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-RRZYCK7L.mjs";
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
