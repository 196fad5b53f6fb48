import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain,
  statusForGit
} from "./chunk-5EYMZHUK.mjs";
import "./chunk-XEAPOWKT.mjs";
import "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-YT2C4MXR.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain,
  statusForGit
};
