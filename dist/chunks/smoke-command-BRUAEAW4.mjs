import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-CETUTIST.mjs";
import "./chunk-5H47DCJ7.mjs";
import "./chunk-L7XCZ4ZC.mjs";
import "./chunk-5GLFT6GG.mjs";
import "./chunk-6LSTNF34.mjs";
import "./chunk-NP67RGXI.mjs";
import "./chunk-ZYH3OEJX.mjs";
import "./chunk-3TH2J3TO.mjs";
import "./chunk-N3VT3BAF.mjs";
import "./chunk-GRNA3RJ5.mjs";
import "./chunk-FDV3N3VY.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-JATJHOEP.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-DJY7UOEN.mjs";
import "./chunk-AWH2PK4Z.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-WF4EYQSQ.mjs";
import "./chunk-MJJDGBBP.mjs";
import "./chunk-N2SU7VOP.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-TVCQSB66.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-U4AW4WRG.mjs";
import "./chunk-4QCXWAPK.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-QQYDTTXK.mjs";
import "./chunk-F7USHXZA.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-RSLVQSWN.mjs";
import "./chunk-XC6B4ZIK.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-MOBWBLZV.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
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
