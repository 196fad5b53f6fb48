import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain,
  statusForGit
} from "./chunk-4JBP3U42.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-TS44JV3Y.mjs";
import "./chunk-APKFICTJ.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-LNOYAHRC.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-YT2C4MXR.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-OY4GEF45.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain,
  statusForGit
};
