import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-5UTU52L3.mjs";
import "./chunk-RSSPMXCL.mjs";
import "./chunk-6OPX6BEW.mjs";
import "./chunk-LYZG45W2.mjs";
import "./chunk-GFRLFGWN.mjs";
import "./chunk-4DOF6MCJ.mjs";
import "./chunk-4YTY4AMD.mjs";
import "./chunk-U7XW7XBL.mjs";
import "./chunk-X5P5E4Q6.mjs";
import "./chunk-5G4BAX2D.mjs";
import "./chunk-HGK3HAKX.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-KZ3JJB7B.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-XQD3T6QS.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-4GXY5RC5.mjs";
import "./chunk-4OEWLQ4E.mjs";
import "./chunk-TIQLIYA3.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import "./chunk-XEAPOWKT.mjs";
import "./chunk-2JR7VNIQ.mjs";
import "./chunk-APKFICTJ.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-Y3XOUG2W.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-VVHDLWHJ.mjs";
import "./chunk-2ZJSBQBG.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-LNOYAHRC.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
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
