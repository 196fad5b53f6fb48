import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-DWRMMLYO.mjs";
import "./chunk-JEXE4SCG.mjs";
import "./chunk-S5J2FRKS.mjs";
import "./chunk-D5X4YLDS.mjs";
import "./chunk-27RREO7W.mjs";
import "./chunk-UDNWRQOT.mjs";
import "./chunk-RZTERVTG.mjs";
import "./chunk-DJ4PM7IF.mjs";
import "./chunk-7PCAW6XF.mjs";
import "./chunk-V3MU7A3Y.mjs";
import "./chunk-DFSY33DI.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-UVIIJ6H4.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-Q3X47MJA.mjs";
import "./chunk-FOG73TM4.mjs";
import "./chunk-NVBIVCG5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-ZP67EVYG.mjs";
import "./chunk-UIPGEBTU.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-5MJM3OU2.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-HBPWLCAE.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-BBMYR7HZ.mjs";
import "./chunk-GI2TO4WQ.mjs";
import "./chunk-6Q5IN44C.mjs";
import "./chunk-JGZQTAEA.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-Z3ITJCMR.mjs";
import "./chunk-KK7JZIMJ.mjs";
import "./chunk-FENBZ42U.mjs";
import "./chunk-BDOVBJD2.mjs";
import "./chunk-XY42UZ25.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-P5IEHZ2D.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-Z52LW6BK.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-OY4GEF45.mjs";
import "./chunk-XFDUTJQO.mjs";
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
